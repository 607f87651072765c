import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { wrap } from './wrapper.ts';

/**
 * Starts one of our own scripts in a Node process of its own, for native code that may crash or keep memory. It is sent and
 * sends messages, typed arrays among them; its output can be read; it ends with us, however we end.
 * @param nice 0 to 19
 */
export async function spawnOwn(script: URL, { nice, env = {} }: { readonly nice: number; readonly env?: Readonly<Record<string, string>> }): Promise<ChildProcess> {
  const [command = '', ...args] = await wrap(process.execPath, [fileURLToPath(script)], { nice });
  return spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe', 'ipc'], serialization: 'advanced', env: { ...process.env, ...env } });
}

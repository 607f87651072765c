import { follow } from './api.ts';

/**
 * Waits until steps of a recording that can be watched are done; without names, until the recording is complete. Throws
 * when a step fails or the server goes away.
 */
export async function untilDone(url: string, recordingId: string, steps?: readonly string[]): Promise<void> {
  const left = steps && new Set(steps);
  const listening = new AbortController();
  try {
    for await (const { event, data } of follow(url, recordingId, listening.signal)) {
      if (event === 'failed') throw new Error(`the step ${String(data['step'])} failed: ${String(data['failure'])}`);
      if (event === 'state') (data['steps'] as { step: string; state: string }[]).forEach(({ step, state }) => { if (state === 'done') left?.delete(step); });
      else if (data['stepState'] === 'done') left?.delete(String(data['step']));
      if (data['state'] === 'complete' || left?.size === 0) return;
    }
  } finally {
    listening.abort();
  }
  throw new Error('the server went away before the recording was done');
}

import { isAppError } from '#platform/errors/index.ts';
import { findTool, type FoundTool } from './find-tool.ts';
import type { Tool, Tools } from './process.ports.ts';
import { runAt } from './run-tool.ts';

const DEFAULT_MEMORY_MB = 3000;

type ToolsOptions = {
  readonly ffmpegPath?: string | undefined;
  readonly ffprobePath?: string | undefined;
  /** For one run that does not say; MiB. */
  readonly memoryMb?: number | undefined;
};

/** ffmpeg and ffprobe of this machine, looked up when first needed and again when they were gone. */
export function createTools(options: ToolsOptions = {}): Tools {
  const found = new Map<Tool, Promise<FoundTool>>();
  const forget = (tool: Tool, error: unknown): void => {
    if (isAppError(error) && error.code === 'ffmpeg_missing') found.delete(tool);
  };
  const find = (tool: Tool): Promise<FoundTool> => {
    const known = found.get(tool);
    if (known !== undefined) return known;
    const looking = findTool(tool, tool === 'ffmpeg' ? options.ffmpegPath : options.ffprobePath);
    found.set(tool, looking);
    looking.catch((error: unknown) => forget(tool, error));
    return looking;
  };
  return {
    find,
    run: async (run) => {
      const { path } = await find(run.tool);
      try {
        return await runAt(path, run, options.memoryMb ?? DEFAULT_MEMORY_MB);
      } catch (error) {
        forget(run.tool, error);
        throw error;
      }
    },
  };
}

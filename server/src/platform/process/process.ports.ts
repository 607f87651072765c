export type Tool = 'ffmpeg' | 'ffprobe';

/** How far ffmpeg is, from its `-progress`. */
export type ToolProgress = {
  /** Of the output, milliseconds. */
  readonly outTimeMs: number;
  /** Times real time; undefined while unknown. */
  readonly speed: number | undefined;
  /** Bytes written so far. */
  readonly totalSize: number | undefined;
};

export type ToolRun = {
  readonly tool: Tool;
  readonly argv: readonly string[];
  readonly signal?: AbortSignal;
  readonly timeoutMs: number;
  /** Limit of its address space in MiB; default from OPENFLOOR_MEDIA_MEMORY_MB. */
  readonly memoryMb?: number;
  /** More than this on stdout ends it; without `onStdout` that much is kept. Default 16 MiB. */
  readonly maxOutputBytes?: number;
  /** Takes stdout as it comes; then nothing of it is kept, and `maxOutputBytes` counts only when given. */
  readonly onStdout?: (chunk: Buffer) => void;
  /** Takes each line of its log (stderr), besides the 20 lines that are kept. */
  readonly onLog?: (line: string) => void;
  readonly onProgress?: (progress: ToolProgress) => void;
  /** Further outputs on file descriptors from 3 (`pipe:3`). */
  readonly pipes?: Readonly<Record<number, (chunk: Buffer) => void>>;
  readonly cwd?: string;
  /** 0 to 19; default 10 for ffmpeg, so that pages stay quick while it encodes. */
  readonly nice?: number;
  /** The file the work is about, for the sentence of an error. */
  readonly file?: string;
};

export type ToolResult = {
  readonly stdout: Buffer;
  /** The last 20 lines of its log. */
  readonly stderrTail: readonly string[];
  /** User and system time of the process, where the system tells. */
  readonly cpuSeconds: number | undefined;
  readonly wallMs: number;
};

export interface Tools {
  /**
   * Runs one tool to its end. Throws `media_failed` (`why` says: cancelled, timed out, out of
   * memory, too much output, exit code), `ffmpeg_missing` or `disk_full`.
   */
  run(run: ToolRun): Promise<ToolResult>;
  /** Path and version of a tool; `ffmpeg_missing` when absent or older than 5.1. Checked once. */
  find(tool: Tool): Promise<{ readonly path: string; readonly version: string }>;
}

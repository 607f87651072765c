import type { ToolProgress } from './process.ports.ts';

const MICROSECONDS_PER_MS = 1000;

/** Reads the `key=value` lines of ffmpeg's `-progress`; each block ends with `progress=`. */
export function progressReader(onProgress: (progress: ToolProgress) => void): (chunk: Buffer) => void {
  let rest = '';
  let block: Record<string, string> = {};
  return (chunk) => {
    const lines = (rest + chunk.toString('latin1')).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const [key = '', value = ''] = line.trim().split('=', 2);
      block[key] = value.trim();
      if (key !== 'progress') continue;
      onProgress({
        // N/A until the first packet is out; `out_time_us` exists since 4.x, `out_time_ms` says microseconds too.
        outTimeMs: Math.max(0, Math.round((numberIn(block['out_time_us']) ?? 0) / MICROSECONDS_PER_MS)),
        speed: numberIn(block['speed']?.replace(/x$/, '')),
        totalSize: numberIn(block['total_size']),
      });
      block = {};
    }
  };
}

function numberIn(text: string | undefined): number | undefined {
  const value = Number.parseFloat(text ?? '');
  return Number.isFinite(value) ? value : undefined;
}

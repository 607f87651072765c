import { describe, expect, it } from 'vitest';
import type { ToolProgress } from './process.ports.ts';
import { progressReader } from './progress.ts';

const read = (...chunks: string[]): ToolProgress[] => {
  const seen: ToolProgress[] = [];
  const push = progressReader((progress) => seen.push(progress));
  for (const chunk of chunks) push(Buffer.from(chunk));
  return seen;
};

describe('progressReader', () => {
  it('reads blocks that come in pieces', () => {
    expect(read('total_size=1024\nout_time_us=25', '00000\nspeed=12.5x\nprog', 'ress=continue\nout_time_us=3000000\nspeed= 2x\nprogress=end\n')).toEqual([
      { outTimeMs: 2500, speed: 12.5, totalSize: 1024 },
      { outTimeMs: 3000, speed: 2, totalSize: undefined },
    ]);
  });

  it('knows nothing yet where ffmpeg says N/A, or a time before the start', () => {
    expect(read('total_size=N/A\nout_time_us=N/A\nspeed=N/A\nprogress=continue\n', 'out_time_us=-21333\nprogress=continue\n')).toEqual([
      { outTimeMs: 0, speed: undefined, totalSize: undefined },
      { outTimeMs: 0, speed: undefined, totalSize: undefined },
    ]);
  });
});

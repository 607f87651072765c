import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FakeMachine, GOOD_FFMPEG } from './fake-machine.test-support.ts';
import { encoderProblem, isRecentEnough, locateEncoder, missingParts } from './ffmpeg.mjs';

describe('the version of ffmpeg', () => {
  it.each([
    ['ffmpeg version 5.1.9-0+deb12u1\n  libavutil      57. 28.100 / 57. 28.100', true],
    ['ffmpeg version n7.1\n  libavutil      59. 39.100 / 59. 39.100', true],
    ['ffmpeg version N-120000-gabcdef\n  libavutil      60.  3.100', true],
    ['ffmpeg version 5.0.1\n  libavutil      57. 17.100', false],
    ['ffmpeg version 4.4.2-0ubuntu0.22.04.1\n  libavutil      56. 70.100', false],
    ['something else', false],
  ])('%j', (text, enough) => {
    expect(isRecentEnough(text)).toBe(enough);
  });
});

describe('the parts of ffmpeg', () => {
  const encoders = ' V....D libx264              H.264\n A....D aac                  AAC';
  const filters = ' .. ass               V->V       Render\n T.S ebur128           A->N       Loudness';

  it('are all found', () => {
    expect(missingParts({ '-encoders': encoders, '-filters': filters })).toEqual([]);
  });

  it('are not confused with names that begin alike', () => {
    expect(missingParts({ '-encoders': encoders.replace('libx264 ', 'libx264rgb'), '-filters': filters.replace(' ass ', ' assx') })).toEqual(['libx264', 'ass']);
  });
});

describe('where ffmpeg is', () => {
  it('FFMPEG_PATH wins, with the ffprobe beside it', () => {
    using fake = new FakeMachine();
    using other = new FakeMachine();
    fake.encoder();
    other.encoder();
    const env = { ...fake.machine.env, FFMPEG_PATH: join(other.bin, 'ffmpeg') };
    expect(locateEncoder(env)).toEqual({ ffmpeg: join(other.bin, 'ffmpeg'), ffprobe: join(other.bin, 'ffprobe') });
  });

  it('ffprobe is asked for by name when it is missing', () => {
    using fake = new FakeMachine();
    fake.program('ffmpeg', GOOD_FFMPEG);
    expect(locateEncoder(fake.machine.env)).toEqual({ problem: expect.stringContaining('ffprobe is missing') as string });
  });

  it('a program that does not start is named with what it said', async () => {
    using fake = new FakeMachine();
    fake.encoder('echo "libx264.so: cannot open shared object file" >&2; exit 127');
    const located = locateEncoder(fake.machine.env);
    if ('problem' in located) throw new Error(located.problem);
    expect(await encoderProblem(located)).toMatch(/ffmpeg does not start: libx264.so: cannot open/);
  });
});

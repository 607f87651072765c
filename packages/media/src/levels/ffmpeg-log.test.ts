import { describe, expect, it } from 'vitest';
import { parseClipping, parseLoudnessSummaries } from './ffmpeg-log.ts';

// Captured from ffmpeg 5.1. It sets the filters up twice: the first report, of the first set, has heard nothing.
const CAPTURED = `Input #0, matroska,webm, from 'meeting.mkv':
  Duration: 00:00:12.02, start: 0.000000, bitrate: 134 kb/s
  Stream #0:0: Audio: aac (LC), 48000 Hz, mono, fltp (default)
[ebur128@fr @ 0x5599843fae00] Summary:

  Integrated loudness:
    I:         -70.0 LUFS
    Threshold:   0.0 LUFS

  Loudness range:
    LRA:         0.0 LU
    Threshold:   0.0 LUFS
    LRA low:     0.0 LUFS
    LRA high:    0.0 LUFS

  True peak:
    Peak:       -inf dBFS
[volumedetect@es-419 @ 0x559984433880] n_samples: 0
Stream mapping:
  Stream #0:0 (aac) -> ebur128:default
size=N/A time=00:00:12.03 bitrate=N/A speed=81.3x    \rsize=N/A time=00:00:12.03 bitrate=N/A speed=81.3x
[ebur128@fr @ 0x5599845534c0] Summary:

  Integrated loudness:
    I:         -25.0 LUFS
    Threshold: -35.0 LUFS

  Loudness range:
    LRA:         0.6 LU
    Threshold: -44.9 LUFS
    LRA low:   -25.3 LUFS
    LRA high:  -24.8 LUFS

  True peak:
    Peak:      -11.2 dBFS
[volumedetect@es-419 @ 0x55998455d980] n_samples: 577536
[volumedetect@es-419 @ 0x55998455d980] mean_volume: -9.1 dB
[volumedetect@es-419 @ 0x55998455d980] max_volume: 0.0 dB
[volumedetect@es-419 @ 0x55998455d980] histogram_0db: 1107
[volumedetect@es-419 @ 0x55998455d980] histogram_1db: 5327
[Parsed_ebur128_0 @ 0x559984420fc0] Summary:

  Integrated loudness:
    I:         -27.8 LUFS
    Threshold: -37.8 LUFS

  Loudness range:
    LRA:         2.0 LU
    Threshold: -47.8 LUFS
[volumedetect@fr @ 0x55998455ca80] n_samples: 577536
[volumedetect@fr @ 0x55998455ca80] max_volume: -11.3 dB
[volumedetect@fr @ 0x55998455ca80] histogram_11db: 6
`;

describe('parseLoudnessSummaries', () => {
  it('reads each instance by its name, and the real report rather than the empty one', () => {
    const found = parseLoudnessSummaries(CAPTURED);
    expect([...found.keys()]).toEqual(['fr', '0']);
    expect(found.get('fr')).toEqual({ integratedLufs: -25, truePeakDbtp: -11.2, rangeLu: 0.6 });
  });

  it('says that a peak was not measured', () => {
    expect(parseLoudnessSummaries(CAPTURED).get('0')?.truePeakDbtp).toBeNaN();
  });

  it('reads silence as -Infinity', () => {
    const silent = CAPTURED.slice(0, CAPTURED.indexOf('Stream mapping'));
    expect(parseLoudnessSummaries(silent).get('fr')).toEqual({ integratedLufs: -Infinity, truePeakDbtp: -Infinity, rangeLu: 0 });
  });

  it('keeps the sound of a track that goes on in another format and is silent there', () => {
    const last = CAPTURED.slice(CAPTURED.indexOf('[ebur128@fr'), CAPTURED.indexOf('[volumedetect'));
    expect(parseLoudnessSummaries(CAPTURED + last).get('fr')).toEqual({ integratedLufs: -25, truePeakDbtp: -11.2, rangeLu: 0.6 });
  });

  it('reads a log that ends too early, and one without reports', () => {
    const cut = CAPTURED.indexOf('Threshold: -35.0');
    expect(parseLoudnessSummaries(CAPTURED.slice(0, cut)).get('fr')?.integratedLufs).toBe(-25);
    expect(parseLoudnessSummaries('').size).toBe(0);
  });
});

describe('parseClipping', () => {
  it('counts samples and those at full scale', () => {
    const found = parseClipping(CAPTURED);
    expect(found.get('es-419')).toEqual({ samples: 577_536, atFullScale: 1107 });
    expect(found.get('fr')).toEqual({ samples: 577_536, atFullScale: 0 });
    expect(found.has('es')).toBe(false);
  });

  it('adds up the reports of a track that changes its format', () => {
    const more = '[volumedetect@fr @ 0x1] n_samples: 64\n[volumedetect@fr @ 0x1] histogram_0db: 3\n';
    expect(parseClipping(CAPTURED + more).get('fr')).toEqual({ samples: 577_600, atFullScale: 3 });
  });
});

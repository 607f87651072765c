import { describe, expect, it } from 'vitest';
import { parsePackets } from './packet-sample.ts';
import { parseProbe } from './parse-probe.ts';

const report = (streams: object[], format: object = {}) => JSON.stringify({ streams, format: { format_name: 'matroska,webm', duration: '32.02', size: '100', ...format } });

describe('parseProbe', () => {
  it('reads tracks with their languages, whatever the container calls them', () => {
    const media = parseProbe(report([
      { index: 0, codec_type: 'video', codec_name: 'h264', profile: 'High', width: 1280, height: 720, pix_fmt: 'yuv420p', avg_frame_rate: '30000/1001', tags: { DURATION: '00:00:32.021000000' } },
      { index: 1, codec_type: 'audio', codec_name: 'aac', profile: 'LC', sample_rate: '48000', channels: 1, tags: { language: 'fre', title: 'Booth' } },
      { index: 2, codec_type: 'audio', codec_name: 'pcm_s16le', sample_rate: '44100', channels: 2, tags: { language: 'und' } },
    ]));
    expect(media.formats).toEqual(['matroska', 'webm']);
    expect(media.pictures[0]).toMatchObject({ ordinal: 0, durationSeconds: 32.021, rotation: 0, still: false, interlaced: false });
    expect(media.pictures[0]?.framesPerSecond).toBeCloseTo(29.97, 2);
    expect(media.sounds).toMatchObject([{ index: 1, ordinal: 0, language: 'fr', title: 'Booth' }, { index: 2, ordinal: 1, language: null, width: 2 }]);
  });

  it('sees encryption, cover pictures, rotation and interlacing', () => {
    const media = parseProbe(report([
      { index: 0, codec_type: 'video', codec_tag_string: 'encv', disposition: { attached_pic: 1 }, side_data_list: [{ rotation: -90 }], field_order: 'tt' },
    ]));
    expect(media.pictures[0]).toMatchObject({ encrypted: true, still: true, rotation: 90, interlaced: true, codec: 'unknown' });
  });

  it('takes missing and broken numbers as unknown', () => {
    const media = parseProbe(report([{ index: 0, codec_type: 'audio', duration: 'N/A', bit_rate: 'x', start_time: 'N/A' }], { duration: 'N/A', start_time: undefined }));
    expect(media).toMatchObject({ durationSeconds: null, startSeconds: 0 });
    expect(media.sounds[0]).toMatchObject({ durationSeconds: null, bitsPerSecond: null, startSeconds: null, sampleRate: 0 });
  });
});

describe('parsePackets', () => {
  const ordinals = new Map([[0, 'video:0'], [1, 'audio:0']]);

  it('finds where each track begins, also when a packet with an earlier time comes later', () => {
    const { first } = parsePackets('video,0,0.021,K__\nvideo,0,0.141,___\naudio,1,-0.021333,KD_\naudio,1,0.000000,K__\n', ordinals);
    expect(Object.fromEntries(first)).toEqual({ 'video:0': 0.021, 'audio:0': -0.021333 });
  });

  it('measures keyframe distances inside a sampled stretch only', () => {
    const csv = ['0.0', '2.0', '5.0', '5000.0', '5004.0'].map((at) => `video,0,${at},K__`).join('\n');
    expect(parsePackets(csv, ordinals).keyframeGapSeconds).toBe(4);
    expect(parsePackets('video,0,0.0,K__\nvideo,0,0.04,___', ordinals).keyframeGapSeconds).toBeNull();
  });

  it('passes over lines that are no packets', () => {
    expect(parsePackets('\n,,,\nvideo,0,N/A,K\nsubtitle,7,1.0,K', ordinals).first.size).toBe(0);
  });
});

import { describe, expect, it } from 'vitest';
import { parsePackets, readPackets } from './packet-sample.ts';
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
    expect(media.pictures[0]).toMatchObject({ ordinal: 0, durationSeconds: 32.021, rotation: 0, still: false, interlaced: false, pixelAspect: 1 });
    expect(media.pictures[0]?.framesPerSecond).toBeCloseTo(29.97, 2);
    expect(media.sounds).toMatchObject([{ index: 1, ordinal: 0, language: 'fr', title: 'Booth' }, { index: 2, ordinal: 1, language: null, width: 2 }]);
  });

  it('sees encryption, cover pictures, rotation and interlacing', () => {
    const media = parseProbe(report([
      { index: 0, codec_type: 'video', codec_tag_string: 'encv', disposition: { attached_pic: 1 }, side_data_list: [{ rotation: -90 }], field_order: 'tt' },
    ]));
    expect(media.pictures[0]).toMatchObject({ encrypted: true, still: true, rotation: 90, interlaced: true, codec: 'unknown' });
  });

  it('reads the shape of the pixels, where it is told', () => {
    const media = parseProbe(report(['64:45', '0:1', 'N/A'].map((ratio, index) => ({ index, codec_type: 'video', sample_aspect_ratio: ratio }))));
    expect(media.pictures.map(({ pixelAspect }) => pixelAspect)).toEqual([64 / 45, 1, 1]);
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
    const { first } = parsePackets('video,0,0.021,0.04,K_\nvideo,0,0.141,0.04,__\naudio,1,-0.021333,0.021333,KD,Skip Samples\n\naudio,1,0.000000,0.021333,K_\n', ordinals);
    expect(Object.fromEntries(first)).toEqual({ 'video:0': 0.021, 'audio:0': -0.021333 });
  });

  it('measures keyframe distances inside a sampled stretch only', () => {
    const csv = ['0.0', '2.0', '5.0', '5000.0', '5004.0'].map((at) => `video,0,${at},N/A,K_`).join('\n');
    expect(parsePackets(csv, ordinals).keyframeGapSeconds).toBe(4);
    expect(parsePackets('video,0,0.0,0.04,K_\nvideo,0,0.04,0.04,__', ordinals).keyframeGapSeconds).toBeNull();
  });

  it('tells what an edit list hides from what is shown', () => {
    const { first, hidden } = parsePackets('video,0,-1.4,0.04,KD\nvideo,0,-0.04,0.04,_D\nvideo,0,0.0,0.04,__\naudio,1,-0.9,0.02,KD\naudio,1,0.0,0.02,K_', ordinals);
    expect(Object.fromEntries(first)).toEqual({ 'video:0': 0, 'audio:0': -0.9 });
    expect(Object.fromEntries(hidden)).toEqual({ 'video:0': 1.4, 'audio:0': 0.9 });
  });

  it('finds where each track ends, and the last packet of all', () => {
    const { last, lastOfAll } = parsePackets('video,0,9.96,0.04,__\naudio,1,8.0,0.02,K_\nsubtitle,2,11.0,3.0,K_\nvideo,0,12.0,0.04,_D', ordinals);
    expect(Object.fromEntries(last)).toEqual({ 'video:0': 10, 'audio:0': 8.02 });
    expect(lastOfAll).toBe(14);
    expect(parsePackets('', ordinals).lastOfAll).toBeNull();
  });

  it('sees encrypted packets', () => {
    expect(parsePackets('video,0,0.0,0.04,K_,Encryption info\n\naudio,1,0.0,0.02,K_\n', ordinals).encrypted).toEqual(new Set(['video:0']));
  });

  it('reads text that comes in any pieces, and keyframes of the picture that is asked for', () => {
    const reader = readPackets(new Map([[0, 'video:0'], [1, 'video:1']]), 'video:1');
    for (const piece of 'video,0,0.0,0.04,K_\nvideo,1,0.0,0.04,K_\nvideo,1,2.0,0.04,K_'.match(/.{1,7}/gs) ?? []) reader.push(piece);
    expect(reader.end()).toMatchObject({ keyframeGapSeconds: 2, first: new Map([['video:0', 0], ['video:1', 0]]) });
  });

  it('passes over lines that are no packets', () => {
    expect(parsePackets('\n,,,\nvideo,0,N/A,N/A,K\nsubtitle,7,1.0,N/A,K', ordinals).first.size).toBe(0);
  });
});

import { describe, expect, it } from 'vitest';
import { CHANNELS, madeMeeting } from './made-meeting.test-support.ts';
import { multivariantPlaylist } from './multivariant.ts';
import { parsePlaylist } from './parse/parse-playlist.ts';
import { attributeNumber, attributeText, type ParsedMultivariant } from './parse/parsed.domain.ts';
import type { SoundChannel } from './sound-renditions.ts';

function read(text: string): ParsedMultivariant {
  const parsed = parsePlaylist(text);
  if (parsed.kind !== 'multivariant') throw new Error('It should be a multivariant playlist.');
  return parsed;
}

const sounds = (channels: readonly SoundChannel[], ...names: string[]): (string | undefined)[][] =>
  read(madeMeeting({ channels, voice: false, captions: false }).multivariant).media.map((tag) => names.map((name) => attributeText(tag, name)));

describe('multivariantPlaylist', () => {
  it('says of each sound all that a player and a person need', () => {
    const lines = madeMeeting().multivariant.split('\n').filter((line) => line.includes('GROUP-ID="sound"'));
    expect(lines).toEqual([
      '#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="sound",NAME="Floor",LANGUAGE="mul",DEFAULT=YES,AUTOSELECT=YES,CHANNELS="1",STABLE-RENDITION-ID="floor.sound",URI="sound-floor.m3u8"',
      '#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="sound",NAME="Français",LANGUAGE="fr",DEFAULT=NO,AUTOSELECT=YES,CHANNELS="1",STABLE-RENDITION-ID="fr.sound",URI="sound-fr.m3u8"',
      '#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="sound",NAME="العربية",LANGUAGE="ar",DEFAULT=NO,AUTOSELECT=YES,CHANNELS="1",STABLE-RENDITION-ID="ar.sound",URI="sound-ar.m3u8"',
      '#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="sound",NAME="Français (audiodescription)",LANGUAGE="fr",DEFAULT=NO,AUTOSELECT=YES,CHARACTERISTICS="public.accessibility.describes-video",CHANNELS="1",STABLE-RENDITION-ID="fr-described.sound",URI="sound-fr-described.m3u8"',
      '#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="sound",NAME="中文（合成语音）",LANGUAGE="zh",DEFAULT=NO,AUTOSELECT=YES,CHARACTERISTICS="public.machine-generated",CHANNELS="1",STABLE-RENDITION-ID="zh.sound",URI="sound-zh.m3u8"',
    ]);
  });

  it('lists the rung nearest to 2,000 kbit/s first, the smallest with the voice group too, sound alone last', () => {
    const { variants } = read(madeMeeting().multivariant);
    expect(variants.map((tag) => [tag.uri, attributeText(tag, 'AUDIO'), attributeText(tag, 'STABLE-VARIANT-ID')])).toEqual([
      ['720p.m3u8', 'sound', '720p'],
      ['1080p.m3u8', 'sound', '1080p'],
      ['360p.m3u8', 'sound', '360p'],
      ['360p.m3u8', 'voice', '360p'],
      ['sound-floor.m3u8', 'sound', 'audio.sound'],
      ['voice-floor.m3u8', 'voice', 'audio.voice'],
    ]);
    expect(variants.map((tag) => attributeText(tag, 'CODECS'))).toEqual([...Array.from({ length: 4 }, () => 'avc1.64001f,mp4a.40.2'), 'mp4a.40.2', 'mp4a.40.2']);
  });

  it('adds the heaviest sound of the group to the picture', () => {
    const { input } = madeMeeting();
    const [sound] = input.soundGroups;
    const heavier = { ...input, soundGroups: [{ id: 'sound', members: sound!.members.map((m, i) => (i === 2 ? { ...m, peak: 100_000, average: 90_000, codec: 'mp4a.40.5' } : m)) }] };
    const [first] = read(multivariantPlaylist(heavier)).variants;
    const rung = input.pictures.find((one) => one.id === '720p')!;
    expect(attributeNumber(first!, 'BANDWIDTH')).toBe(rung.peak + 100_000);
    expect(attributeNumber(first!, 'AVERAGE-BANDWIDTH')).toBe(rung.average + 90_000);
    expect(attributeText(first!, 'CODECS')).toBe('avc1.64001f,mp4a.40.2,mp4a.40.5');
    expect([attributeText(first!, 'RESOLUTION'), attributeText(first!, 'FRAME-RATE'), attributeText(first!, 'VIDEO-RANGE')]).toEqual(['1280x720', '25.000', 'SDR']);
  });

  it('leaves the voice group out until all of its members are there', () => {
    const { input } = madeMeeting();
    const [sound, voice] = input.soundGroups;
    const waiting = multivariantPlaylist({ ...input, soundGroups: [sound!, { ...voice!, members: voice!.members.slice(1) }] });
    expect(waiting).not.toContain('voice');
    expect(read(waiting).variants).toHaveLength(4);
  });

  it('leaves out a channel that has no sound yet', () => {
    const { input } = madeMeeting();
    const soundGroups = input.soundGroups.map((group) => ({ ...group, members: group.members.filter((m) => m.channelId !== 'ar') }));
    expect(read(multivariantPlaylist({ ...input, soundGroups, captions: [] })).media.map((tag) => attributeText(tag, 'LANGUAGE'))).toEqual(['mul', 'fr', 'fr', 'zh', 'mul', 'fr', 'fr', 'zh']);
  });

  it('works without picture and without sound', () => {
    const alone = read(madeMeeting({ picture: false }).multivariant);
    expect(alone.variants.map((tag) => [tag.uri, attributeText(tag, 'RESOLUTION'), attributeText(tag, 'CLOSED-CAPTIONS')])).toEqual([['sound-floor.m3u8', undefined, 'NONE'], ['voice-floor.m3u8', undefined, 'NONE']]);
    const silent = read(multivariantPlaylist({ ...madeMeeting().input, soundGroups: [] }));
    expect(silent.variants.map((tag) => [attributeText(tag, 'AUDIO'), attributeText(tag, 'CODECS')])).toEqual(Array.from({ length: 3 }, () => [undefined, 'avc1.64001f']));
  });

  it('lists I-frames, and titles with quotes that a quoted string can hold', () => {
    const { iframes, sessionData } = read(madeMeeting().multivariant);
    expect(iframes.map((tag) => [attributeText(tag, 'URI'), attributeText(tag, 'RESOLUTION'), attributeText(tag, 'STABLE-VARIANT-ID')])).toEqual([['360p-iframes.m3u8', '640x360', '360p.iframes']]);
    expect(sessionData.map((tag) => [attributeText(tag, 'LANGUAGE'), attributeText(tag, 'VALUE')])).toEqual([['en', 'The “model” meeting'], ['ar', 'جلسة']]);
  });
});

describe('captions', () => {
  const lines = (text: string): string[] => text.split('\n').filter((line) => line.includes('TYPE=SUBTITLES'));

  it('are listed for every variant, as what they are, and open for nobody unasked', () => {
    const text = madeMeeting().multivariant;
    expect(lines(text)).toEqual([
      '#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="captions",NAME="Français",LANGUAGE="fr",DEFAULT=NO,AUTOSELECT=YES,FORCED=NO,CHARACTERISTICS="public.accessibility.transcribes-spoken-dialog",STABLE-RENDITION-ID="fr.fr.captions",URI="captions-fr.m3u8"',
      '#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="captions",NAME="العربية",LANGUAGE="ar",DEFAULT=NO,AUTOSELECT=YES,FORCED=NO,CHARACTERISTICS="public.accessibility.transcribes-spoken-dialog,public.machine-generated",STABLE-RENDITION-ID="ar.ar.captions",URI="captions-ar.m3u8"',
      '#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="captions",NAME="English (Floor)",LANGUAGE="en",DEFAULT=NO,AUTOSELECT=YES,FORCED=NO,STABLE-RENDITION-ID="floor.en.captions",URI="captions-floor-en.m3u8"',
    ]);
    const { variants } = read(text);
    expect(new Set(variants.map((tag) => attributeText(tag, 'SUBTITLES')))).toEqual(new Set(['captions']));
    expect(variants.every((tag) => attributeText(tag, 'CLOSED-CAPTIONS') === 'NONE')).toBe(true);
  });

  it('are one of a language where a player chooses by itself, and none of a channel that isn\'t there', () => {
    const { input } = madeMeeting();
    const text = multivariantPlaylist({ ...input, captions: [...input.captions!, { channelId: 'fr-described', language: 'fr', machine: false, uri: 'b.m3u8' }, { channelId: 'gone', language: 'es', machine: false, uri: 'c.m3u8' }] });
    expect(lines(text).map((line) => /NAME="([^"]*)".*AUTOSELECT=(\w+)/.exec(line)?.slice(1))).toEqual([['Français', 'YES'], ['العربية', 'YES'], ['English (Floor)', 'YES'], ['Français (audiodescription)', 'NO']]);
    expect(multivariantPlaylist({ ...input, captions: [] })).not.toContain('SUBTITLES');
  });
});

describe('which sound opens', () => {
  it('is the floor, and for people of a language its interpretation', () => {
    expect(sounds(CHANNELS.slice(0, 3), 'LANGUAGE', 'DEFAULT', 'AUTOSELECT')).toEqual([['mul', 'YES', 'YES'], ['fr', 'NO', 'YES'], ['ar', 'NO', 'YES']]);
  });

  it('is the first channel where there is no floor', () => {
    expect(sounds(CHANNELS.slice(1, 3), 'DEFAULT')).toEqual([['YES'], ['NO']]);
  });

  it('is one channel of a language only: interpreter, then relay, then machine', () => {
    const channels: SoundChannel[] = [
      { id: 'floor', role: 'floor', language: 'mul' },
      { id: 'm', role: 'machine-voice', language: 'fr' },
      { id: 'r', role: 'relay', language: 'fr' },
      { id: 'i', role: 'interpretation', language: 'fr-CA' },
      { id: 'j', role: 'interpretation', language: 'fr' },
    ];
    expect(sounds(channels, 'NAME', 'AUTOSELECT')).toEqual([
      ['Floor', 'YES'],
      ['Français (relais)', 'NO'],
      ['Français (Canada)', 'YES'],
      ['Français', 'NO'],
      ['Français (voix de synthèse)', 'NO'],
    ]);
  });

  it('is the floor for people of its language when only one is spoken there', () => {
    const channels: SoundChannel[] = [{ id: 'i', role: 'interpretation', language: 'fr' }, { id: 'f', role: 'floor', language: 'fr' }];
    expect(sounds(channels, 'NAME', 'DEFAULT', 'AUTOSELECT')).toEqual([['Français', 'NO', 'NO'], ['Français (salle)', 'YES', 'YES']]);
  });

  it('takes given names and makes ids that are allowed', () => {
    const channels: SoundChannel[] = [{ id: 'booth 1/fr', role: 'floor', language: 'fr', name: 'Plénière "bis"' }];
    expect(sounds(channels, 'NAME', 'STABLE-RENDITION-ID')).toEqual([['Plénière “bis”', 'booth-1/fr.sound']]);
  });
});

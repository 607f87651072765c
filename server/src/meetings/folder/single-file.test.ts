import { describe, expect, it } from 'vitest';
import type { AppError } from '#platform/errors/index.ts';
import { folderOf } from '../testing/sample-folder.ts';
import { folderProblems } from './rules.domain.ts';
import { singleFileFolder, type SingleFile } from './single-file.domain.ts';
import { writeMeetingYaml } from './writer.ts';

const track = (language: string | null, title: string | null = null) => ({ language, title });
const make = (audio: readonly ReturnType<typeof track>[], said: Partial<SingleFile> = {}, hasPicture = true) =>
  singleFileFolder({ file: 'm.mkv', title: 'T', ...said }, { hasPicture, audio });
const channelsOf = (...args: Parameters<typeof make>) =>
  make(...args).recording?.channels.map(({ key, role, language, label }) => `${key} ${role} ${language}${label === null ? '' : ` ${label['und']}`}`);
const problemOf = (...args: Parameters<typeof make>): string => {
  try {
    make(...args);
  } catch (error) {
    return String((error as AppError).details['problems']);
  }
  throw new Error('nothing was wrong');
};

describe('a media file as a meeting', () => {
  it('has the channels its tags name', () => {
    expect(channelsOf([track('mul'), track('fre'), track('chi')])).toEqual(['floor floor mul', 'fr interpretation fr', 'zh interpretation zh']);
    expect(channelsOf([track('eng'), track('spa')])).toEqual(['en interpretation en', 'es interpretation es']);
    expect(channelsOf([track(null, 'Floor'), track('fra')])).toEqual(['floor floor mul', 'fr interpretation fr']);
    expect(channelsOf([track('eng', 'Original'), track('fra')])).toEqual(['floor floor en', 'fr interpretation fr']);
    expect(channelsOf([track('deu')])).toEqual(['floor floor de']);
    expect(channelsOf([track('fra', 'Cabine A'), track('fra', 'Cabine\u0000 B'), track('eng', 'English')])).toEqual(
      ['fr interpretation fr Cabine A', 'fr-2 interpretation fr Cabine B', 'en interpretation en']);
  });

  it('has the channels that are said, in the order of the tracks', () => {
    expect(channelsOf([track(null), track(null), track('und')], { channels: ['floor', 'en', 'cmn'] })).toEqual(['floor floor mul', 'en interpretation en', 'zh interpretation zh']);
    expect(channelsOf([track('eng'), track('fra')], { channels: ['floor:ar', 'en'] })).toEqual(['floor floor ar', 'en interpretation en']);
    expect(channelsOf([track(null)], { channels: ['floor'] })).toEqual(['floor floor und']);
    const folder = make([track(null), track(null)], { channels: ['-', 'fr'] }, false);
    expect(folder.recording).toMatchObject({ parts: [{ picture: null, sound: [{ channel: 'fr', file: 'm.mkv', track: 1, pick: 'all' }] }] });
  });

  it('is a whole meeting folder', () => {
    const folder = make([track('mul'), track('fra')], {
      title: ' إصلاح ', titleLanguage: 'ar', starts: '2020-12-03T10:00:00-05:00', timezone: 'America/New_York', body: 'security-council', format: 'open-vtc',
    });
    expect(folder).toMatchObject({ title: { ar: 'إصلاح' }, starts: '2020-12-03T15:00:00.000Z', body: { slug: 'security-council' }, floorLanguages: [] });
    expect(folderProblems(folder)).toEqual([]);
    expect(folderOf(writeMeetingYaml(folder))).toEqual(folder);
  });

  it('says what it lacks', () => {
    expect(problemOf([track('mul'), track(null, 'Audio 2'), track('und')])).toBe(
      'm.mkv does not say the language of each audio track (track 0: mul; track 1: no language, "Audio 2"; track 2: no language); name them in this order, such as --channels floor,en,fr');
    expect(problemOf([track(null)])).toContain('such as --channels floor:en');
    expect(problemOf([track('eng')], { channels: ['en', 'fr'] })).toContain('--channels names 2 channels, but m.mkv has 1 audio tracks (track 0: en)');
    expect(problemOf([track('eng')], { channels: ['flor'] })).toContain('flor is neither floor');
    expect(problemOf([track('eng')], { channels: ['-'] })).toContain('every track is left out');
    expect(problemOf([track('mul'), track('mul')])).toContain('two tracks are the floor');
    expect(problemOf([track('eng')], { title: ' ', titleLanguage: 'xx', starts: 'today', timezone: 'Mars', body: 'A B', format: 'Open VTC' })).toMatch(
      /title is empty.*body A B.*format Open VTC.*xx is not a language tag.*start today.*Mars/);
    expect(problemOf([track('eng')], { file: 'a\u001b[2J.mkv' })).toBe('the name of the file contains a control character; rename the file');
    expect(() => make([])).toThrow(expect.objectContaining({ code: 'media_no_audio' }));
  });
});

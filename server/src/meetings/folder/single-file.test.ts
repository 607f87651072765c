import { describe, expect, it } from 'vitest';
import type { AppError } from '#platform/errors/index.ts';
import { folderOf } from '../testing/sample-folder.ts';
import { folderProblems } from './rules.domain.ts';
import { singleFileFolder, type SingleFile } from './single-file.domain.ts';
import { writeMeetingYaml } from './writer.ts';

const track = (language: string | null, title: string | null = null) => ({ language, title });
const make = (audio: readonly ReturnType<typeof track>[], said: Partial<SingleFile> = {}, picture: number | null = 0) =>
  singleFileFolder({ file: 'm.mkv', title: 'T', ...said }, { picture, audio });
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
    const folder = make([track(null), track(null)], { channels: ['-', 'fr'] }, null);
    expect(folder.recording).toMatchObject({ parts: [{ picture: null, sound: [{ channel: 'fr', file: 'm.mkv', track: 1, pick: 'all' }] }] });
  });

  it('guesses what neither says, and notes what was guessed', () => {
    const guesses = (...audio: ReturnType<typeof track>[]) => make(audio).recording?.channels.map(({ key, role, language, provenance }) =>
      [`${key} ${role} ${language}`, provenance?.note ?? null]);
    expect(guesses(track(null))).toEqual([['floor floor und', 'm.mkv does not say which language is spoken in its only audio track.']]);
    expect(guesses(track(null), track('und'), track('fra'))).toEqual([
      ['floor floor mul', 'm.mkv does not say what audio track 0 is; it is taken for the floor.'],
      ['track-1 interpretation und', 'm.mkv does not say the language of audio track 1.'], ['fr interpretation fr', null]]);
    expect(guesses(track('eng'), track(null), track('fra'))).toEqual([
      ['en interpretation en', null], ['floor floor mul', 'm.mkv does not say what audio track 1 is; it is taken for the floor.'], ['fr interpretation fr', null]]);
    expect(guesses(track('mul'), track(null, 'French'), track(null, 'Русский'), track(null, 'Mic'))).toEqual([
      ['floor floor mul', null],
      ['fr interpretation fr', 'm.mkv does not say the language of audio track 1; it is taken from its title, "French".'],
      ['ru interpretation ru', 'm.mkv does not say the language of audio track 2; it is taken from its title, "Русский".'],
      ['track-3 interpretation und', 'm.mkv does not say the language of audio track 3.']]);
    expect(guesses(track(null, 'Floor'), track(null, '法语'))?.map(([channel]) => channel)).toEqual(['floor floor mul', 'fr interpretation fr']);
  });

  it('calls a channel without a language what the file calls it, or by its number in each language', () => {
    const labels = make([track('mul'), track(null, 'Mic'), track(null), track(null, 'Mic')]).recording?.channels.map(({ label }) => label);
    expect(labels).toMatchObject([null, { und: 'Mic' }, { en: 'Track 2', fr: 'Piste 2', ar: 'المسار 2', zh: '音轨2' }, { und: 'Mic' }]);
    expect(make([track(null)]).recording?.channels[0]?.label).toBeNull();
  });

  it('takes the picture that moves', () => {
    expect(make([track('mul')], {}, 1).recording?.parts[0]?.picture).toEqual({ file: 'm.mkv', track: 1, offsetMs: 0 });
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
    expect(problemOf([track('eng')], { channels: ['en', 'fr'] })).toContain('--channels names 2 channels, but m.mkv has 1 audio tracks (track 0: en)');
    expect(problemOf([track('eng')], { channels: ['flor'] })).toContain('flor is neither floor');
    expect(problemOf([track('eng')], { channels: ['-'] })).toContain('every track is left out');
    expect(problemOf([track('mul'), track('mul')])).toContain('two tracks are the floor');
    expect(problemOf([track('eng')], { title: ' ', titleLanguage: 'xx', starts: 'today', timezone: 'Mars', body: 'A B', format: 'Open VTC' })).toMatch(
      /title is empty.*body A B.*format Open VTC.*xx is not a language tag.*start today.*Mars/);
    expect(problemOf([track('eng')], { file: 'a\u001b[2J.mkv' })).toBe('the name of the file, a[2J.mkv, contains a control character; rename the file');
    expect(() => make([])).toThrow(expect.objectContaining({ code: 'media_no_audio' }));
  });
});

import { toBcp47 } from '@openfloor/media';
import { AppError } from '#platform/errors/index.ts';
import type { LocalizedText } from '#platform/i18n/index.ts';
import { canonicalLanguage } from '../language.domain.ts';
import { isSlug } from '../slug.domain.ts';
import type { FolderChannel, FolderRecording, MeetingFolder } from './folder.domain.ts';
import { hasControl, pathProblem } from './path.domain.ts';
import { isTimezone, parseInstant } from './time.domain.ts';

/** What is said about a media file that is published without a folder. */
export interface SingleFile {
  /** Name of the file inside its folder. */
  readonly file: string;
  readonly title: string;
  /** The meeting's address; made from the title when left out. */
  readonly slug?: string;
  /** Language of the title; English when left out. */
  readonly titleLanguage?: string;
  /** One per audio track in their order: `floor`, `floor:fr`, a language tag, or `-` for a track to leave out. */
  readonly channels?: readonly string[];
  /** ISO 8601 with an offset. */
  readonly starts?: string;
  readonly timezone?: string;
  /** Slug of a body. */
  readonly body?: string;
  readonly format?: string;
}

/** What a probe says about the tracks of the file. */
export interface SingleFileTracks {
  /** Which of its picture tracks is the moving one; null for sound alone. */
  readonly picture: number | null;
  /** Audio tracks in their order; the language as the file tags it. */
  readonly audio: readonly { readonly language: string | null; readonly title: string | null }[];
}

type Track = SingleFileTracks['audio'][number];
type Choice = {
  readonly role: 'floor' | 'interpretation';
  readonly language: string;
  /** What the file doesn't say and had to be guessed, as a sentence for the operator. */
  readonly guessed?: string;
};

/** How recorders and editors call the floor's track. */
const FLOOR_TITLE = /\b(floor|original|salle|parquet|plénière|sala|recinto|plenum|zaal)\b|зал|القاعة|现场|會場|原声|原聲/iu;

/**
 * A media file as a meeting folder in small: language tags name the channels, `channels` says what they can't. What
 * neither says is guessed, and the channel's provenance notes the guess. Throws `validation_failed` for options that
 * make no sense.
 */
export function singleFileFolder(said: SingleFile, tracks: SingleFileTracks): MeetingFolder {
  const titleLanguage = canonicalLanguage(said.titleLanguage ?? 'en');
  const starts = said.starts === undefined ? null : parseInstant(said.starts) ?? null;
  const fileProblem = pathProblem(said.file);
  const problems = [
    ...(said.title.trim() === '' ? ['the title is empty'] : []),
    ...(hasControl(said.title) ? ['the title contains a control character'] : []),
    ...(fileProblem === undefined ? [] : [`the name of the file, ${printable(said.file)}, ${fileProblem}`]),
    ...(said.title.length > 1000 ? ['the title is longer than 1000 characters'] : []),
    ...(said.slug !== undefined && !isSlug(said.slug) ? [`the address ${said.slug} must be lower-case letters and digits joined by hyphens, such as council-2026-03-12`] : []),
    ...(said.body !== undefined && !isSlug(said.body) ? [`the body ${said.body} must be lower-case letters and digits joined by hyphens, such as security-council`] : []),
    ...(said.format !== undefined && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(said.format) ? [`the format ${said.format} must be a word such as meeting or open-vtc`] : []),
    ...(titleLanguage === undefined ? [`${said.titleLanguage ?? ''} is not a language tag (BCP 47) such as en or fr`] : []),
    ...(said.starts !== undefined && starts === null ? [`the start ${said.starts} must be a date and time with its offset from UTC, such as 2020-12-03T10:00:00-05:00`] : []),
    ...(said.timezone !== undefined && !isTimezone(said.timezone) ? [`${said.timezone} is not a time zone of the IANA list, such as America/New_York`] : []),
  ];
  if (problems.length > 0) throw new AppError('validation_failed', { problems: problems.join('; ') });
  if (tracks.audio.length === 0) throw new AppError('media_no_audio', { file: said.file });
  const recording = recordingOf(said, tracks);
  return {
    slug: said.slug ?? null, formerSlugs: [], title: { [titleLanguage ?? 'en']: said.title.trim() }, description: {},
    body: said.body === undefined ? null : { slug: said.body, name: {}, parent: null },
    series: null, format: said.format ?? 'meeting', starts, ends: null, published: null, timezone: said.timezone ?? 'UTC', symbol: null,
    floorLanguages: recording.channels.filter(({ role, language }) => role === 'floor' && !isOpen(language)).map(({ language }) => language),
    categories: [], topics: [], documents: [], agenda: [], interventions: [], rights: null, recording, words: [],
  };
}

/** The text without what no text may hold; tags of a file can hold anything. */
const printable = (text: string): string => text.toWellFormed().replace(/\p{Cc}/gu, '');

const isOpen = (language: string): boolean => language === 'mul' || language === 'und';

function recordingOf({ file, channels: said }: SingleFile, { picture, audio }: SingleFileTracks): FolderRecording {
  const choices = said === undefined ? byTags(audio, file) : byFlags(said, audio, file);
  const taken = choices.flatMap((choice, track) => (choice === null ? [] : [{ ...choice, track }]));
  if (taken.length === 0) throw new AppError('validation_failed', { problems: 'every track is left out; keep one at least' });
  if (taken.filter(({ role }) => role === 'floor').length > 1) {
    throw new AppError('validation_failed', { problems: 'two tracks are the floor, but a meeting has one at most; give --channels with one floor' });
  }
  const keys = uniqueKeys(taken.map(({ role, language, track }) => (role === 'floor' ? 'floor' : language === 'und' ? `track-${track}` : language)));
  return {
    channels: taken.map(({ role, language, track, guessed }, index): FolderChannel => ({
      key: keys[index] ?? language, role, language,
      label: labelOf(keys, index, audio[track]?.title ?? null) ?? (role !== 'floor' && language === 'und' ? numbered(track, audio[track]?.title ?? null) : null),
      provenance: guessed === undefined ? null : { method: null, by: null, from: null, note: guessed }, gaps: [],
    })),
    parts: [{
      startMs: null,
      picture: picture === null ? null : { file, track: picture, offsetMs: 0 },
      secondPicture: null,
      sound: taken.map(({ track }, index) => ({ channel: keys[index] ?? '', file, track, offsetMs: 0, pick: 'all' as const })),
    }],
  };
}

/** What the tags say, and where they don't, what is most likely: recorders put the floor first and leave it untagged. */
function byTags(all: readonly Track[], file: string): readonly Choice[] {
  const tags = all.map(({ language }) => knownLanguage(language));
  const titled = all.findIndex(({ title }) => title !== null && FLOOR_TITLE.test(title));
  const said = tags.includes('mul') ? null : all.length === 1 ? 0 : titled >= 0 ? titled : null;
  const floor = said ?? (tags.includes('mul') ? null : tags.indexOf(undefined));
  return tags.map((tag, index): Choice => {
    if (tag === 'mul') return { role: 'floor', language: 'mul' };
    if (index === floor) {
      const language = tag ?? (all.length === 1 ? 'und' : 'mul');
      if (all.length === 1 && tag === undefined) return { role: 'floor', language, guessed: `${file} does not say which language is spoken in its only audio track.` };
      return { role: 'floor', language, ...(said === null && { guessed: `${file} does not say what audio track ${index} is; it is taken for the floor.` }) };
    }
    if (tag !== undefined) return { role: 'interpretation', language: tag };
    const named = languageOfTitle(all[index]?.title ?? null);
    const but = named === undefined ? '' : `; it is taken from its title, "${printable(all[index]?.title ?? '').slice(0, 100)}"`;
    return { role: 'interpretation', language: named ?? 'und', guessed: `${file} does not say the language of audio track ${index}${but}.` };
  });
}

/** Titles such as "French" or "Русский" name a language; short ones such as "Mic" only look as if they did. */
function languageOfTitle(title: string | null): string | undefined {
  const text = title?.trim() ?? '';
  return /^\p{L}{4,}$|^[^\p{ASCII}]{2,}$/u.test(text) ? knownLanguage(toBcp47(text) ?? null) : undefined;
}

/** Null for a track to leave out. */
function byFlags(said: readonly string[], audio: readonly Track[], file: string): readonly (Choice | null)[] {
  if (said.length !== audio.length) {
    throw new AppError('validation_failed', {
      problems: `--channels names ${said.length} channels, but ${file} has ${audio.length} audio tracks (${listed(audio)}); name each in its order, with - for one to leave out`,
    });
  }
  return said.map((word, index) => {
    const choice = word.trim();
    if (choice === '-') return null;
    const [name = '', of] = choice.split(':');
    if (name === 'floor') {
      const language = of === undefined ? knownLanguage(audio[index]?.language ?? null) ?? (audio.length > 1 ? 'mul' : 'und') : canonicalLanguage(of);
      if (language !== undefined) return { role: 'floor', language };
    }
    const language = canonicalLanguage(choice);
    if (language === undefined) throw new AppError('validation_failed', { problems: `--channels: ${choice} is neither floor, - nor a language tag such as en or fr` });
    return { role: 'interpretation', language };
  });
}

/** The tag of a file, where it says something; files write `und` for nothing. */
function knownLanguage(tag: string | null): string | undefined {
  const language = tag === null ? undefined : canonicalLanguage(tag.trim());
  return language === 'und' ? undefined : language;
}

const listed = (audio: readonly Track[]): string => audio.map(({ language, title }, index) =>
  `track ${index}: ${knownLanguage(language) ?? 'no language'}${title === null ? '' : `, "${title}"`}`).join('; ');

const uniqueKeys = (names: readonly string[]): readonly string[] => names.map((name, index) => {
  const earlier = names.slice(0, index).filter((one) => one === name).length;
  return earlier === 0 ? name : `${name}-${earlier + 1}`;
});

/** A channel whose language nobody knows is called what its file calls it, or by its number. */
function numbered(track: number, title: string | null): LocalizedText {
  const label = printable(title ?? '').trim().slice(0, 200);
  return label !== '' ? { und: label } : {
    en: `Track ${track}`, fr: `Piste ${track}`, es: `Pista ${track}`, ru: `Дорожка ${track}`, ar: `المسار ${track}`, zh: `音轨${track}`,
  };
}

/** Only where two channels share a language does a viewer need what the file calls them; in which language it does, no file says. */
function labelOf(keys: readonly string[], index: number, title: string | null): FolderChannel['label'] {
  const base = keys[index]?.replace(/-\d+$/, '');
  const shared = keys.filter((key) => key.replace(/-\d+$/, '') === base).length > 1;
  const label = printable(title ?? '').trim().slice(0, 200);
  return shared && label !== '' ? { und: label } : null;
}

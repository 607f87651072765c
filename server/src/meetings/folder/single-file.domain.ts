import { AppError } from '#platform/errors/index.ts';
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
  readonly hasPicture: boolean;
  /** Audio tracks in their order; the language as the file tags it. */
  readonly audio: readonly { readonly language: string | null; readonly title: string | null }[];
}

type Track = SingleFileTracks['audio'][number];
type Choice = { readonly role: 'floor' | 'interpretation'; readonly language: string };

/** How recorders and editors call the floor's track. */
const FLOOR_TITLE = /\b(floor|original|salle|parquet|plénière|sala|recinto|plenum|zaal)\b|зал|القاعة|现场|會場|原声|原聲/iu;

/**
 * A media file as a meeting folder in small: language tags name the channels, `channels` says what they can't.
 * Throws `validation_failed` with the list of tracks when a track's language is not known, and for options that make no sense.
 */
export function singleFileFolder(said: SingleFile, tracks: SingleFileTracks): MeetingFolder {
  const titleLanguage = canonicalLanguage(said.titleLanguage ?? 'en');
  const starts = said.starts === undefined ? null : parseInstant(said.starts) ?? null;
  const fileProblem = pathProblem(said.file);
  const problems = [
    ...(said.title.trim() === '' ? ['the title is empty'] : []),
    ...(hasControl(said.title) ? ['the title contains a control character'] : []),
    ...(fileProblem === undefined ? [] : [`the name of the file ${fileProblem}`]),
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

function recordingOf({ file, channels: said }: SingleFile, { hasPicture, audio }: SingleFileTracks): FolderRecording {
  const choices = said === undefined ? audio.map((track, index) => byTags(track, index, audio)) : byFlags(said, audio, file);
  if (choices.some((choice) => choice === undefined)) throw unknownLanguage(audio, file);
  const taken = choices.flatMap((choice, track) => (choice == null ? [] : [{ ...choice, track }]));
  if (taken.length === 0) throw new AppError('validation_failed', { problems: 'every track is left out; keep one at least' });
  if (taken.filter(({ role }) => role === 'floor').length > 1) {
    throw new AppError('validation_failed', { problems: 'two tracks are the floor, but a meeting has one at most; give --channels with one floor' });
  }
  const keys = uniqueKeys(taken.map(({ role, language }) => (role === 'floor' ? 'floor' : language)));
  return {
    channels: taken.map(({ role, language, track }, index): FolderChannel => ({
      key: keys[index] ?? language, role, language, label: labelOf(keys, index, audio[track]?.title ?? null), provenance: null, gaps: [],
    })),
    parts: [{
      startMs: null,
      picture: hasPicture ? { file, track: 0, offsetMs: 0 } : null,
      secondPicture: null,
      sound: taken.map(({ track }, index) => ({ channel: keys[index] ?? '', file, track, offsetMs: 0, pick: 'all' as const })),
    }],
  };
}

/** Undefined where the tags don't tell. */
function byTags({ language, title }: Track, index: number, all: readonly Track[]): Choice | undefined {
  const tag = knownLanguage(language);
  const floor = tag === 'mul' || all.length === 1
    || (title !== null && FLOOR_TITLE.test(title) && all.findIndex((one) => one.title !== null && FLOOR_TITLE.test(one.title)) === index
      && !all.some((one) => knownLanguage(one.language) === 'mul'));
  if (floor) return tag === undefined && all.length === 1 ? undefined : { role: 'floor', language: tag ?? 'mul' };
  return tag === undefined ? undefined : { role: 'interpretation', language: tag };
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

function unknownLanguage(audio: readonly Track[], file: string): AppError {
  return new AppError('validation_failed', {
    problems: `${file} does not say the language of each audio track (${listed(audio)}); name them in this order, such as --channels ${example(audio)}`,
  });
}

const listed = (audio: readonly Track[]): string => audio.map(({ language, title }, index) =>
  `track ${index}: ${knownLanguage(language) ?? 'no language'}${title === null ? '' : `, "${title}"`}`).join('; ');

const example = (audio: readonly Track[]): string => (audio.length === 1 ? 'floor:en'
  : audio.map(({ language }, index) => (index === 0 ? 'floor' : knownLanguage(language) ?? ['en', 'fr', 'ar', 'es'][index - 1] ?? 'ru')).join(','));

const uniqueKeys = (names: readonly string[]): readonly string[] => names.map((name, index) => {
  const earlier = names.slice(0, index).filter((one) => one === name).length;
  return earlier === 0 ? name : `${name}-${earlier + 1}`;
});

/** Only where two channels share a language does a viewer need what the file calls them; in which language it does, no file says. */
function labelOf(keys: readonly string[], index: number, title: string | null): FolderChannel['label'] {
  const base = keys[index]?.replace(/-\d+$/, '');
  const shared = keys.filter((key) => key.replace(/-\d+$/, '') === base).length > 1;
  const label = printable(title ?? '').trim().slice(0, 200);
  return shared && label !== '' ? { und: label } : null;
}

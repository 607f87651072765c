import { stringify } from 'yaml';
import type { LocalizedText } from '#platform/i18n/index.ts';
import { nameSlug } from '../slug.domain.ts';
import { FOLDER_SCHEMA, type FolderBody, type FolderCategory, type FolderIntervention, type MeetingFolder } from './folder.domain.ts';
import type { BodyYaml, MeetingYaml } from './meeting.schema.ts';
import { recordingToYaml } from './recording-writer.ts';
import { inTimezone, toSeconds } from './time.domain.ts';

/** The text of a `meeting.yaml` that reads back as exactly this meeting. */
export function writeMeetingYaml(folder: MeetingFolder): string {
  // Long texts stay on one line: folding them would make each correction a change of many lines.
  return stringify(meetingToYaml(folder), { schema: 'core', version: '1.2', lineWidth: 0, aliasDuplicateObjects: false });
}

/** Undefined values are left out of the YAML, so what a meeting doesn't have is not mentioned. */
function meetingToYaml(folder: MeetingFolder): MeetingYaml {
  const local = (iso: string | null) => (iso === null ? undefined : inTimezone(iso, folder.timezone));
  return {
    schema: FOLDER_SCHEMA,
    slug: folder.slug ?? undefined,
    formerSlugs: some(folder.formerSlugs),
    title: folder.title,
    description: texts(folder.description),
    body: folder.body === null ? undefined : body(folder.body),
    series: folder.series === null ? undefined : named(folder.series.slug, { title: texts(folder.series.title) }),
    format: folder.format,
    starts: local(folder.starts),
    ends: local(folder.ends),
    published: local(folder.published),
    timezone: folder.timezone,
    symbol: folder.symbol ?? undefined,
    floorLanguages: some(folder.floorLanguages),
    categories: some(folder.categories)?.map(category),
    topics: some(folder.topics)?.map(({ slug, label, uri }) => named(slug, { label: texts(label), uri: uri ?? undefined })),
    documents: some(folder.documents)?.map(({ symbol, title, url }) => ({ symbol: symbol ?? undefined, title: texts(title), url: url ?? undefined })),
    agenda: some(folder.agenda)?.map(({ title, symbol, startMs, endMs }) =>
      ({ title, symbol: symbol ?? undefined, start: seconds(startMs), end: seconds(endMs) })),
    interventions: some(folder.interventions)?.map(intervention),
    rights: folder.rights === null ? undefined : {
      licence: folder.rights.licence ?? undefined,
      url: folder.rights.url ?? undefined,
      holder: folder.rights.holder ?? undefined,
      notice: texts(folder.rights.notice),
    },
    recording: folder.recording === null ? undefined : recordingToYaml(folder.recording),
    words: some(folder.words)?.map(({ kind, channel, language, file, status, history, original }) => ({ kind, channel: channel ?? undefined, language, file, status, history, original })),
    clips: folder.clips,
  };
}

const some = <T>(list: readonly T[]): T[] | undefined => (list.length === 0 ? undefined : [...list]);
const texts = (text: LocalizedText): LocalizedText | undefined => (Object.keys(text).length === 0 ? undefined : text);
const seconds = (ms: number | null): number | undefined => (ms === null ? undefined : toSeconds(ms));

/** The bare slug where there is nothing to say about it. */
function named<T extends object>(slug: string, about: T): string | ({ slug: string } & T) {
  return Object.values(about).every((value) => value === undefined) ? slug : { slug, ...about };
}

const body = ({ slug, name, parent }: FolderBody): string | BodyYaml =>
  named(slug, { name: texts(name), parent: parent === null ? undefined : body(parent) });

function category({ path, names }: FolderCategory): NonNullable<MeetingYaml['categories']>[number] {
  const known = names.map((name) => texts(name) ?? null);
  if (known.every((name) => name === null)) return path;
  const parents = known.slice(0, -1);
  return { path, name: known.at(-1) ?? undefined, parents: parents.every((name) => name === null) ? undefined : parents };
}

function intervention(turn: FolderIntervention): NonNullable<MeetingYaml['interventions']>[number] {
  const { slug, name } = turn.speaker;
  return {
    speaker: nameSlug(name, 'speaker') === slug ? name : { slug, name },
    capacity: turn.capacity ?? undefined,
    language: turn.language,
    start: toSeconds(turn.startMs),
    end: seconds(turn.endMs),
    agendaItem: turn.agendaItem === null ? undefined : turn.agendaItem + 1,
  };
}

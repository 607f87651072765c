import type { LocalizedText } from '#platform/i18n/index.ts';
import { canonicalLanguage } from '../language.domain.ts';
import type { Rights } from '../meetings.domain.ts';
import { nameSlug } from '../slug.domain.ts';
import type {
  FolderAgendaItem, FolderBody, FolderCategory, FolderChannel, FolderIntervention, FolderRecording, FolderTopic, FolderWords, MeetingFolder,
} from './folder.domain.ts';
import type { BodyYaml, MeetingYaml } from './meeting.schema.ts';
import { partsFrom } from './parts.schema.ts';
import type { Problem } from './problems.domain.ts';
import type { RecordingYaml } from './recording.schema.ts';
import { parseInstant, toMs } from './time.domain.ts';

type Item<K extends keyof MeetingYaml> = NonNullable<MeetingYaml[K]> extends readonly (infer T)[] ? T : never;

// The schema let only language tags and instants through, so the fallbacks below are never taken.
const language = (tag: string): string => canonicalLanguage(tag) ?? tag;
const instant = (value: string | undefined): string | null => (value === undefined ? null : parseInstant(value) ?? null);
const localized = (texts: Readonly<Record<string, string>> | undefined): LocalizedText =>
  Object.fromEntries(Object.entries(texts ?? {}).map(([tag, value]) => [language(tag), value]));
const orNull = (texts: Readonly<Record<string, string>> | undefined): LocalizedText | null => (texts === undefined ? null : localized(texts));
const msOrNull = (value: number | string | undefined): number | null => (value === undefined ? null : toMs(value));

/** The meeting that a valid `meeting.yaml` describes, defaults filled in, and what can only be seen while filling them in. */
export function folderFromYaml(yaml: MeetingYaml): { readonly folder: MeetingFolder; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const recording = yaml.recording === undefined ? null : recordingFrom(yaml.recording, (path, says) => problems.push({ path, says }));
  const interventions = (yaml.interventions ?? []).map(intervention);
  const folder: MeetingFolder = {
    slug: yaml.slug ?? null,
    formerSlugs: yaml.formerSlugs ?? [],
    title: localized(yaml.title),
    description: localized(yaml.description),
    body: yaml.body === undefined ? null : body(yaml.body),
    series: yaml.series === undefined ? null : series(yaml.series),
    format: yaml.format ?? 'meeting',
    starts: instant(yaml.starts),
    ends: instant(yaml.ends),
    published: instant(yaml.published),
    timezone: yaml.timezone ?? 'UTC',
    symbol: yaml.symbol ?? null,
    floorLanguages: floorLanguages(yaml, recording, interventions),
    categories: (yaml.categories ?? []).map(category),
    topics: (yaml.topics ?? []).map(topic),
    documents: (yaml.documents ?? []).map(({ symbol, title, url }) => ({ symbol: symbol ?? null, title: localized(title), url: url ?? null })),
    agenda: (yaml.agenda ?? []).map(agendaItem),
    interventions,
    rights: yaml.rights === undefined ? null : rights(yaml.rights),
    recording,
    words: (yaml.words ?? []).map((words) => wordsFile(words, recording)),
    ...(yaml.clips !== undefined && { clips: yaml.clips }),
  };
  return { folder, problems };
}

const body = (value: string | BodyYaml): FolderBody => (typeof value === 'string'
  ? { slug: value, name: {}, parent: null }
  : { slug: value.slug, name: localized(value.name), parent: value.parent === undefined ? null : body(value.parent) });

const series = (value: NonNullable<MeetingYaml['series']>): NonNullable<MeetingFolder['series']> => (typeof value === 'string'
  ? { slug: value, title: {} }
  : { slug: value.slug, title: localized(value.title) });

function category(value: Item<'categories'>): FolderCategory {
  const { path, name, parents } = typeof value === 'string' ? { path: value } : value;
  const above = path.split('/').slice(0, -1);
  return { path, names: [...above.map((_, index) => localized(parents?.[index] ?? undefined)), localized(name)] };
}

const topic = (value: Item<'topics'>): FolderTopic => (typeof value === 'string'
  ? { slug: value, label: {}, uri: null }
  : { slug: value.slug, label: localized(value.label), uri: value.uri ?? null });

const agendaItem = ({ title, symbol, start, end }: Item<'agenda'>): FolderAgendaItem =>
  ({ title: localized(title), symbol: symbol ?? null, startMs: msOrNull(start), endMs: msOrNull(end) });

function intervention(value: Item<'interventions'>): FolderIntervention {
  return {
    speaker: speaker(value.speaker),
    capacity: orNull(value.capacity),
    language: language(value.language),
    startMs: toMs(value.start),
    endMs: msOrNull(value.end),
    agendaItem: value.agendaItem === undefined ? null : value.agendaItem - 1,
  };
}

function speaker(value: Item<'interventions'>['speaker']): FolderIntervention['speaker'] {
  if (typeof value['slug'] === 'string' && typeof value['name'] === 'object') return { slug: value['slug'], name: localized(value['name']) };
  const name = localized(value as Record<string, string>);
  return { slug: nameSlug(name, 'speaker'), name };
}

const rights = ({ licence, url, holder, notice }: NonNullable<MeetingYaml['rights']>): Rights =>
  ({ licence: licence ?? null, url: url ?? null, holder: holder ?? null, notice: localized(notice) });

function recordingFrom(yaml: RecordingYaml, report: (path: Problem['path'], says: string) => void): FolderRecording {
  return {
    channels: yaml.channels.map(({ id, role, language: tag, label, provenance, gaps }): FolderChannel => ({
      key: id,
      role,
      language: language(tag),
      label: orNull(label),
      provenance: provenance === undefined ? null : {
        method: provenance.method ?? null, by: provenance.by ?? null, from: provenance.from ?? null, note: provenance.note ?? null,
      },
      gaps: (gaps ?? []).map(({ start, end }) => ({ startMs: toMs(start), endMs: toMs(end) })),
    })),
    parts: partsFrom(yaml, report),
  };
}

function wordsFile(value: Item<'words'>, recording: FolderRecording | null): FolderWords {
  const heard = recording?.channels.find(({ key }) => key === value.channel)?.language;
  return { kind: value.kind, channel: value.channel ?? null, language: language(value.language ?? heard ?? 'und'), file: value.file, ...(value.status && { status: value.status }), ...(value.history !== undefined && { history: value.history }), ...(value.original !== undefined && { original: value.original }) };
}

/** As said; else those of the interventions, the one that comes first being first; else that of a floor in one language. */
function floorLanguages(yaml: MeetingYaml, recording: FolderRecording | null, interventions: readonly FolderIntervention[]): readonly string[] {
  const said = yaml.floorLanguages ?? interventions.map((turn) => turn.language);
  if (said.length > 0) return [...new Set(said.map(language))];
  const floor = recording?.channels.find(({ role }) => role === 'floor')?.language;
  return floor === undefined || floor === 'mul' || floor === 'und' ? [] : [floor];
}

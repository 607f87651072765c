import { AppError } from '#platform/errors/index.ts';
import { FOLDER_FILE, type FolderRecording, type MeetingFolder } from './folder.domain.ts';
import { problemSentence, type Problem } from './problems.domain.ts';

/** What no schema can say: that the parts of a meeting agree with each other. Paths are those of meeting.yaml. */
export function folderProblems(folder: MeetingFolder): readonly Problem[] {
  return [
    ...addresses(folder),
    ...dates(folder),
    ...ranges('agenda', folder.agenda),
    ...ranges('interventions', folder.interventions),
    ...agendaReferences(folder),
    ...doubles('categories', folder.categories.map(({ path }) => path)),
    ...doubles('topics', folder.topics.map(({ slug }) => slug)),
    ...documents(folder),
    ...(folder.recording === null ? [] : channels(folder.recording)),
    ...words(folder),
  ];
}

// People round up, and the last word may end with the file.
const TOLERANCE_MS = 1000;

/** Refuses agenda items and interventions beyond the end of a recording of this length: throws `folder_invalid` with each of them. */
export function requireWithinDuration(folder: MeetingFolder, durationMs: number): void {
  const beyond = beyondDuration(folder, durationMs).map((problem) => problemSentence(problem, undefined));
  if (beyond.length > 0) throw new AppError('folder_invalid', { file: FOLDER_FILE, problem: beyond.join('; ') });
}

function beyondDuration(folder: MeetingFolder, durationMs: number): readonly Problem[] {
  const list = (key: 'agenda' | 'interventions') => folder[key].flatMap(({ startMs, endMs }, index): Problem[] => {
    const last = endMs ?? startMs ?? 0;
    return last <= durationMs + TOLERANCE_MS ? [] : [{
      path: [key, index, endMs === null ? 'start' : 'end'],
      says: `is ${inSeconds(last)}, but the recording ends at ${inSeconds(durationMs)}`,
    }];
  });
  return [...list('agenda'), ...list('interventions')];
}

const inSeconds = (ms: number): string => `${ms / 1000} s`;

function addresses({ slug, formerSlugs }: MeetingFolder): readonly Problem[] {
  return [
    ...doubles('formerSlugs', formerSlugs),
    ...formerSlugs.flatMap((former, index) => (former === slug ? [{ path: ['formerSlugs', index], says: 'is the present slug; remove it here' }] : [])),
  ];
}

function dates({ starts, ends }: MeetingFolder): readonly Problem[] {
  if (ends !== null && starts === null) return [{ path: ['ends'], says: 'needs a start too; add starts' }];
  return ends !== null && starts !== null && ends < starts ? [{ path: ['ends'], says: 'must not be before starts' }] : [];
}

function ranges(key: string, list: readonly { readonly startMs: number | null; readonly endMs: number | null }[]): readonly Problem[] {
  return list.flatMap(({ startMs, endMs }, index): Problem[] => {
    if (endMs === null) return [];
    if (startMs === null) return [{ path: [key, index, 'end'], says: 'needs a start too' }];
    return endMs > startMs ? [] : [{ path: [key, index, 'end'], says: `must be after the start (${inSeconds(startMs)})` }];
  });
}

const agendaReferences = ({ agenda, interventions }: MeetingFolder): readonly Problem[] => interventions.flatMap(({ agendaItem }, index) => (
  agendaItem === null || agendaItem < agenda.length ? []
    : [{ path: ['interventions', index, 'agendaItem'], says: `is ${agendaItem + 1}, but the agenda has ${agenda.length} items` }]));

const doubles = (key: string, names: readonly string[]): readonly Problem[] => names.flatMap((name, index) => (
  names.indexOf(name) === index ? [] : [{ path: [key, index], says: `is ${name} a second time; keep one` }]));

const documents = (folder: MeetingFolder): readonly Problem[] => folder.documents.flatMap(({ symbol, title }, index) => (
  symbol === null && Object.keys(title).length === 0 ? [{ path: ['documents', index], says: 'needs a symbol or a title' }] : []));

function channels({ channels: list }: FolderRecording): readonly Problem[] {
  const keys = list.map(({ key }) => key);
  const path = (index: number, ...rest: readonly (string | number)[]) => ['recording', 'channels', index, ...rest];
  const floors = list.flatMap(({ role }, index) => (role === 'floor' ? [index] : []));
  return [
    ...keys.flatMap((key, index) => (keys.indexOf(key) === index ? [] : [{ path: path(index, 'id'), says: `is ${key} a second time; each channel needs its own id` }])),
    ...floors.slice(1).map((index) => ({ path: path(index, 'role'), says: `is a second floor beside ${keys[floors[0] ?? 0]}; a meeting has one at most` })),
    ...list.flatMap(({ key, provenance }, index) => (provenance?.from == null || (keys.includes(provenance.from) && provenance.from !== key) ? []
      : [{ path: path(index, 'provenance', 'from'), says: `is ${provenance.from}, which is not another channel of this meeting` }])),
    ...list.flatMap(({ gaps }, index) => gaps.flatMap(({ startMs, endMs }, gap) => (
      endMs > startMs ? [] : [{ path: path(index, 'gaps', gap, 'end'), says: 'must be after the start of the gap' }]))),
  ];
}

function words({ words: list, recording }: MeetingFolder): readonly Problem[] {
  const keys = recording?.channels.map(({ key }) => key) ?? [];
  return list.flatMap(({ kind, channel, language }, index): Problem[] => {
    if (kind === 'record') {
      if (channel !== null) return [{ path: ['words', index, 'channel'], says: 'is not for a record, which is not what a channel says; give a language instead' }];
      return language === 'und' ? [{ path: ['words', index], says: 'needs a language' }] : [];
    }
    if (channel === null) return [{ path: ['words', index], says: `needs a channel: whose ${kind} are these?` }];
    return keys.includes(channel) ? [] : [{ path: ['words', index, 'channel'], says: `is ${channel}, which is not a channel of this meeting` }];
  });
}

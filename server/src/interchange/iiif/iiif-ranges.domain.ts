import type { Intervention, MeetingDetail } from '#meetings/index.ts';
import { UI_LANGUAGES, type LocalizedText } from '#platform/i18n/index.ts';
import { textIn, type InterchangeScope } from '../scope.domain.ts';
import { canvasAddress, rangeAddress, stretchOf } from './iiif-addresses.domain.ts';
import { languageMap, word, type LanguageMap } from './iiif-words.domain.ts';

type Resource = Readonly<Record<string, unknown>>;

interface Stretch {
  readonly startMs: number;
  readonly endMs: number;
}

/** The way through a meeting: the items of the agenda, and under each who takes the floor; null where neither is known. */
export function iiifRanges(scope: InterchangeScope, meeting: MeetingDetail, durationMs: number): Resource | null {
  const turns = stretched(meeting.interventions, durationMs);
  const items = stretched(meeting.agenda.flatMap((item) => (item.startMs === null ? [] : [{ ...item, startMs: item.startMs }])), durationMs);
  const own = (itemId: string | null) => turns.filter((turn) => (items.find(({ id }) => id === turn.agendaItemId)?.id ?? items.findLast((item) => item.startMs <= turn.startMs)?.id ?? null) === itemId);
  const ranges = [
    ...own(null).map((turn) => ({ at: turn.startMs, range: turnRange(scope, meeting, turn) })),
    ...items.map((item) => ({
      at: item.startMs, range: range(scope, meeting, `item-${item.id}`, languageMap(item.title) ?? word('agenda'), item, own(item.id).map((turn) => turnRange(scope, meeting, turn))),
    })),
  ].toSorted((a, b) => a.at - b.at);
  if (ranges.length === 0) return null;
  return { id: rangeAddress(scope, meeting.id, 'agenda'), type: 'Range', label: word('agenda'), items: ranges.map((one) => one.range) };
}

function turnRange(scope: InterchangeScope, meeting: MeetingDetail, turn: Intervention & Stretch): Resource {
  return range(scope, meeting, `turn-${turn.id}`, nameOf(turn.speaker.name, turn.capacity), turn, []);
}

function range(scope: InterchangeScope, { id }: MeetingDetail, name: string, label: LanguageMap, { startMs, endMs }: Stretch, below: readonly Resource[]): Resource {
  return { id: rangeAddress(scope, id, name), type: 'Range', label, items: [{ id: stretchOf(canvasAddress(scope, id), startMs, endMs), type: 'Canvas' }, ...below] };
}

/** Gives an end to what has none: where the next begins, or where the meeting ends. */
function stretched<T extends { readonly startMs: number; readonly endMs: number | null }>(all: readonly T[], durationMs: number): readonly (T & Stretch)[] {
  const ordered = all.toSorted((a, b) => a.startMs - b.startMs);
  return ordered.map((one, n) => ({ ...one, endMs: Math.min(one.endMs ?? ordered[n + 1]?.startMs ?? durationMs, durationMs) })).filter(({ startMs, endMs }) => endMs > startMs);
}

function nameOf(name: LocalizedText, capacity: LocalizedText | null): LanguageMap {
  const languages = new Set([...Object.keys(name), ...(capacity ? UI_LANGUAGES.filter((ui) => ui in capacity) : [])]);
  return Object.fromEntries([...languages].map((language) => [language, [capacity === null ? textIn(name, language) : `${textIn(name, language)} · ${textIn(capacity, language)}`]]));
}

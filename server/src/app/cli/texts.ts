import { AppError } from '#platform/errors/index.ts';
import type { ChannelText, Correction, PresentedChange, ReadableText, TextSegment } from '#words/index.ts';
import { clockText } from './clock.ts';
import type { Terminal } from './terminal.ts';
import { withOperator } from './with-operator.ts';

/** Which text of a channel is meant; left out: the one that readers get. */
export interface TextChoice {
  readonly kind?: string;
  readonly in?: string;
}

/** What `openfloor text correct` can be told. */
export interface CorrectOptions extends TextChoice {
  readonly text?: string;
  readonly start?: number;
  readonly end?: number;
  readonly speaker?: string;
  readonly language?: string;
  readonly split?: string;
  readonly at?: number;
  readonly join?: readonly number[];
  readonly remove?: boolean;
}

interface Corrected { readonly text: ChannelText; readonly change: PresentedChange | null }

const addressOf = (meeting: string, channel: string, choice: TextChoice, more = ''): string => {
  const query = new URLSearchParams({ ...(choice.kind !== undefined && { kind: choice.kind }), ...(choice.in !== undefined && { language: choice.in }) }).toString();
  return `/meetings/${encodeURIComponent(meeting)}/texts/${encodeURIComponent(channel)}${more}${query === '' ? '' : `?${query}`}`;
};

/** `openfloor text show MEETING [CHANNEL]`: the texts of a meeting, or all of one with the numbers of its segments. */
export async function showTextCommand(terminal: Terminal, meeting: string, channel: string | undefined, choice: TextChoice): Promise<void> {
  await withOperator(async (operator) => {
    if (channel === undefined) {
      const { texts } = await operator.call<{ texts: ChannelText[] }>('GET', `/meetings/${encodeURIComponent(meeting)}/texts`);
      if (texts.length === 0) terminal.say('This meeting has no words yet.');
      for (const text of texts) {
        terminal.emit({ event: 'text', ...text });
        terminal.say(headLine(text));
      }
      return;
    }
    const text = await operator.call<ReadableText>('GET', addressOf(meeting, channel, choice));
    terminal.emit({ event: 'text', ...text });
    terminal.say(headLine(text));
    for (const says of notesOf(text)) terminal.say(`  ! ${says}`);
    for (const segment of text.segments) terminal.say(segmentLine(segment));
  });
}

/** `openfloor text correct MEETING CHANNEL SEGMENT` */
export async function correctTextCommand(terminal: Terminal, meeting: string, channel: string, segment: number, options: CorrectOptions): Promise<void> {
  await correct(terminal, meeting, channel, options, { corrections: [correctionOf(segment, options)] });
}

/** `openfloor text add MEETING CHANNEL TEXT --start --end` */
export async function addTextCommand(terminal: Terminal, meeting: string, channel: string, text: string, { start: startMs = 0, end: endMs = 0, speaker, ...choice }: CorrectOptions): Promise<void> {
  await correct(terminal, meeting, channel, choice, { corrections: [{ do: 'add', text, startMs, endMs, ...(speaker !== undefined && { speaker }) }] });
}

/** `openfloor text status MEETING CHANNEL STATUS` */
export async function textStatusCommand(terminal: Terminal, meeting: string, channel: string, status: string, choice: TextChoice): Promise<void> {
  await correct(terminal, meeting, channel, choice, { status });
}

/** `openfloor text history MEETING CHANNEL` */
export async function textHistoryCommand(terminal: Terminal, meeting: string, channel: string, choice: TextChoice): Promise<void> {
  await withOperator(async (operator) => {
    const { changes } = await operator.call<{ changes: PresentedChange[] }>('GET', addressOf(meeting, channel, choice, '/history'));
    if (changes.length === 0) terminal.say('Nothing is known of how this text came.');
    for (const change of changes) {
      terminal.emit({ event: 'change', ...change });
      terminal.say(changeLines(change).join('\n'));
    }
  });
}

/** `openfloor text undo MEETING CHANNEL [CHANGE]` */
export async function undoTextCommand(terminal: Terminal, meeting: string, channel: string, change: number | undefined, choice: TextChoice): Promise<void> {
  await withOperator(async (operator) => {
    told(terminal, await operator.call<Corrected>('POST', addressOf(meeting, channel, choice, '/undo'), { ...(change !== undefined && { change }) }), [meeting, channel], choice);
  });
}

async function correct(terminal: Terminal, meeting: string, channel: string, choice: TextChoice, wanted: { readonly corrections?: readonly Correction[]; readonly status?: string }): Promise<void> {
  await withOperator(async (operator) => {
    const address = addressOf(meeting, channel, choice);
    const { version } = await operator.call<ReadableText>('GET', address);
    told(terminal, await operator.call<Corrected>('PATCH', address, { version, ...wanted }), [meeting, channel], choice);
  });
}

function correctionOf(segment: number, { text, start, end, speaker, language, split, at, join, remove }: CorrectOptions): Correction {
  const sets = {
    ...(text !== undefined && { text }), ...(start !== undefined && { startMs: start }), ...(end !== undefined && { endMs: end }),
    ...(speaker !== undefined && { speaker: speaker === '' ? null : speaker }), ...(language !== undefined && { language: language === '' ? null : language }),
  };
  const ways = [Object.keys(sets).length > 0, split !== undefined, join !== undefined, remove === true].filter(Boolean).length;
  if (ways !== 1) throw new AppError('correction_invalid', { segment, problem: ways === 0 ? 'it is not said what to change' : 'it can be set, split, joined or removed, one at a time' });
  if (split !== undefined) return { do: 'split', segment, after: split, ...(at !== undefined && { atMs: at }) };
  if (join !== undefined) return { do: 'join', segments: [segment, ...join] };
  return remove === true ? { do: 'remove', segment } : { do: 'set', segment, ...sets };
}

function told(terminal: Terminal, { text, change }: Corrected, place: readonly string[], { kind, in: language }: TextChoice): void {
  terminal.emit({ event: 'corrected', text, change });
  if (change === null) return terminal.say('There was nothing to change.');
  terminal.say(changeLines(change).join('\n'));
  const which = [...place, change.number, ...(kind === undefined ? [] : ['--kind', kind]), ...(language === undefined ? [] : ['--in', language])];
  if (change.deed !== 'undo') terminal.say(`To take it back: openfloor text undo ${which.join(' ')}`);
}

const headLine = ({ channel, kind, language, status, version, provenance, formerSound }: ChannelText): string =>
  `${channel}: ${kind} (${language}), ${status}${formerSound ? ', of a former recording' : ''}, version ${version}${provenance === null ? '' : `, from ${'file' in provenance ? provenance.file : provenance.model}`}`;

/** What readers of a text ought to know of how it came. */
const notesOf = ({ provenance, formerSound }: ChannelText): readonly string[] => [
  ...(formerSound ? ['was made for a former recording of this channel: words and times may not fit; if they do, say so with openfloor text status'] : []),
  ...(provenance === null ? [] : 'file' in provenance ? provenance.damage : provenance.notes),
];

const segmentLine = ({ id, startMs, endMs, speaker, text, edited }: TextSegment): string =>
  `[${id}] ${clockText(startMs)} - ${clockText(endMs)}  ${speaker === null ? '' : `${speaker}: `}${text.replaceAll('\n', ' / ')}${edited.length === 0 ? '' : `  (set by people: ${edited.join(', ')})`}`;

const DEEDS = { create: 'came in', import: 'came in anew', align: 'got new times', correct: 'was corrected', undo: 'was put back', move: 'moved with its recording' } as const;

function changeLines({ number, at, by, deed, segments, before, after, undoes, undoneBy }: PresentedChange): string[] {
  const head = `${number}  ${at.slice(0, 19).replace('T', ' ')} UTC  ${by}: the text ${deed === 'correct' && segments === 0 ? 'was given another status' : DEEDS[deed]}${undoes === null ? '' : ` as before change ${undoes}`}${undoneBy === null ? '' : ` (undone by change ${undoneBy})`}`;
  const status = before.status === undefined ? [] : [`  - status ${before.status}`, `  + status ${after.status ?? ''}`];
  const shown = deed === 'correct' || segments <= 10;
  if (!shown) return [head, `  ${segments} segments`, ...status];
  return [head, ...status, ...before.segments.map((one) => `  - ${segmentLine(one)}`), ...after.segments.map((one) => `  + ${segmentLine(one)}`)];
}

import { turnAt } from '@openfloor/player';
import type { TurnView } from './meeting-view.ts';
import type { SpokenSegment } from './words.ports.ts';

/** What is said in one breath: a few sentences that people read as one paragraph. */
export interface Paragraph {
  readonly startMs: number;
  readonly segments: readonly SpokenSegment[];
}

/** What is said while somebody has the floor; no turn where nobody is listed. */
export interface SpokenTurn {
  readonly turn: TurnView | null;
  /** As the text names the speaker, where the list of speakers doesn't. */
  readonly speaker: string | null;
  readonly paragraphs: readonly Paragraph[];
}

/** Interpreters begin and end after the speaker: a sentence is taken back by so much to tell whose it is. */
const USUAL_LAG_MS = 2000;
const LONGEST_PARAGRAPH_MS = 45_000;
const PAUSE_MS = 2500;

/** Puts the words of a channel under the turns in which they are said, in paragraphs that end at pauses. */
export function viewSpoken(segments: readonly SpokenSegment[], turns: readonly TurnView[], interpreted: boolean): readonly SpokenTurn[] {
  const spoken: { turn: TurnView | null; speaker: string | null; paragraphs: { startMs: number; segments: SpokenSegment[] }[] }[] = [];
  for (const segment of segments) {
    const turn = whoSays(segment, turns, interpreted);
    const speaker = turn ? null : segment.speaker;
    let last = spoken.at(-1);
    if (!last || last.turn !== turn || last.speaker !== speaker) spoken.push(last = { turn, speaker, paragraphs: [] });
    const paragraph = last.paragraphs.at(-1);
    if (paragraph && !endsBefore(paragraph, segment)) paragraph.segments.push(segment);
    else last.paragraphs.push({ startMs: segment.startMs, segments: [segment] });
  }
  return spoken;
}

/** Between two turns it is the one that begins: nobody is interpreted before he speaks. */
function whoSays({ startMs, endMs }: SpokenSegment, turns: readonly TurnView[], interpreted: boolean): TurnView | null {
  const at = interpreted ? [startMs - USUAL_LAG_MS, startMs, endMs] : [(startMs + endMs) / 2];
  return at.reduce<TurnView | null>((found, ms) => found ?? turnAt(turns, ms), null);
}

function endsBefore(paragraph: Paragraph, next: SpokenSegment): boolean {
  const last = paragraph.segments.at(-1);
  return !last || next.startMs - last.endMs >= PAUSE_MS || next.endMs - paragraph.startMs > LONGEST_PARAGRAPH_MS;
}

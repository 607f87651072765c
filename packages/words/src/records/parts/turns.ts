import type { RecordSentence, RecordTurn, StageDirection } from '../record.ts';
import type { SourceLine } from '../source/source-text.ts';
import { joinLines, partOfFlow, type Flow, type Hyphens } from './flow.ts';
import { speakerLabel, type SpeakerLabel } from './labels.ts';
import { sentencesOfFlow } from './sentences.ts';
import { isHappening, isOpening, isVoteList } from './stages.ts';

/** The body of a record in its parts. */
export interface ParsedTurns {
  readonly turns: readonly RecordTurn[];
  readonly stages: readonly StageDirection[];
  /** Lines before anybody speaks that tell nothing that happened: title page, agenda. */
  readonly front: readonly SourceLine[];
  readonly recordLanguage: string | null;
}

interface Block {
  readonly kind: 'front' | 'turn' | 'stage' | 'votes';
  readonly label: SpeakerLabel | null;
  readonly from: number;
  readonly lines: Pick<SourceLine, 'text' | 'from' | 'paragraph'>[];
  readonly whole: SourceLine[];
}

// A label may run over three lines of a narrow column; two more would only be searched for nothing.
const LABEL_LINES = 3;
const STAGE_LINES = 3;

/** Parts the lines of a record at its speakers and at what happened. */
export function parseTurns(lines: readonly SourceLine[], hyphens: Hyphens, language: string | null): ParsedTurns {
  const blocks = afterOpening(toBlocks(lines, hyphens), hyphens);
  const spokenIn = language ?? mostCommon(blocks.flatMap(({ label }) => label?.recordLanguage ?? []));
  const width = columnWidth(lines);
  const turns: RecordTurn[] = [];
  const stages: StageDirection[] = [];
  for (const { kind, label, lines: own, from } of blocks) {
    if (kind === 'turn' && label !== null) {
      const { speaker, chair, capacity, spoken } = label;
      turns.push({ speaker, chair, capacity, spoken: spoken === 'und' ? null : spoken ?? spokenIn, paragraphs: paragraphs(own, hyphens, width), from });
    } else if (kind !== 'front') {
      const flow = joinLines(own, hyphens);
      const part = partOfFlow(flow, 0, flow.text.length);
      if (part !== null) stages.push({ ...part, afterTurns: turns.length });
    }
  }
  return { turns, stages, front: blocks.filter(({ kind }) => kind === 'front').flatMap(({ whole }) => whole), recordLanguage: spokenIn };
}

function toBlocks(lines: readonly SourceLine[], hyphens: Hyphens): Block[] {
  const blocks: Block[] = [];
  const open = (kind: Block['kind'], line: SourceLine, label: SpeakerLabel | null = null, rest: Pick<SourceLine, 'text' | 'from' | 'paragraph'>[] = [line]): void => {
    blocks.push({ kind, label, from: line.from, lines: rest, whole: [line] });
  };
  const lastLabel = lines.findLastIndex((_, at) => readLabel(lines, at, hyphens) !== null);
  let skipTo = 0;
  lines.forEach((line, at) => {
    if (at < skipTo) return;
    const labelled = readLabel(lines, at, hyphens);
    const last = blocks.at(-1);
    if (labelled !== null) {
      open('turn', line, labelled.label, labelled.rest);
      skipTo = labelled.next;
      return;
    }
    const stage = stageLines(lines, at, hyphens);
    if (stage !== null) {
      open(stage.kind, line, null, lines.slice(at, at + stage.lines));
      skipTo = at + stage.lines;
    } else if (last === undefined || (last.kind === 'stage' && line.text.trim() !== '')) {
      open(lastLabel >= 0 && at > lastLabel ? 'stage' : 'front', line);
    } else {
      last.lines.push(line);
      last.whole.push(line);
    }
  });
  return blocks;
}

/** Before a meeting is opened nobody speaks: who presides is only named there. */
function afterOpening(blocks: readonly Block[], hyphens: Hyphens): readonly Block[] {
  const opening = blocks.findIndex(({ kind, lines }) => kind === 'stage' && isOpening(joinLines(lines, hyphens).text));
  const titlePage = blocks.slice(0, Math.max(0, opening));
  if (titlePage.some(({ kind, label }) => kind === 'turn' && label?.chair !== true)) return blocks;
  return blocks.map((block, at) => (at < opening ? { ...block, kind: 'front' } : block));
}

/** The label at a line, and what of its lines is said already. */
function readLabel(lines: readonly SourceLine[], at: number, hyphens: Hyphens) {
  const first = lines[at];
  // Nothing that names a speaker is told from the rest more cheaply than by a colon nearby.
  const near = lines.slice(at, at + (first?.paragraph === true ? 1 : LABEL_LINES));
  if (first === undefined || first.text.trim() === '' || !near.some(({ text }) => /[:：]/u.test(text))) return null;
  const flow = joinLines(near, hyphens);
  const label = speakerLabel(flow.text);
  if (label === null || (label.chair && onTitlePage(lines, at))) return null;
  const end = (flow.at[label.length - 1] ?? 0) + 1;
  // The end of a sentence before it isn't part of a name.
  if (near.some((line, index) => index > 0 && line.from < end && speakerLabel(joinLines(near.slice(index), hyphens).text)?.titled === true)) return null;
  const last = near.findLastIndex(({ from }) => from < end);
  const ending = near[last];
  if (ending === undefined) return null;
  return { label, next: at + last + 1, rest: [{ text: ending.text.slice(end - ending.from), from: end, paragraph: ending.paragraph }] };
}

const LEADERS = /(?:\.\s?){4}/u;
const MEMBERS = /^\s*(?:Members|Membres|Miembros|Члены|成员|الأعضاء)\s?[:：]/u;
const TITLE_LINES = 3;

/** Who presides is named on the title page too, before the members. */
const onTitlePage = (lines: readonly SourceLine[], at: number): boolean =>
  LEADERS.test(lines[at]?.text ?? '') || lines.slice(at + 1, at + 1 + TITLE_LINES).some(({ text }) => MEMBERS.test(text));

function stageLines(lines: readonly SourceLine[], at: number, hyphens: Hyphens): { readonly kind: 'stage' | 'votes'; readonly lines: number } | null {
  const first = lines[at];
  if (first === undefined) return null;
  const text = joinLines([first], hyphens).text;
  if (isVoteList(text)) return { kind: 'votes', lines: 1 };
  const more = first.paragraph ? 1 : STAGE_LINES;
  const joined = joinLines(lines.slice(at, at + more), hyphens).text;
  if (!isHappening(text) && !isHappening(joined)) return null;
  // It lasts until its sentence does.
  const ends = lines.slice(at, at + more).findIndex(({ text: own }) => /[.。]\)?\s*$/u.test(own));
  return { kind: 'stage', lines: Math.max(0, ends) + 1 };
}

const ENDS = /[.!?؟。！？…:：][”’»")\]）」』]*\d{0,2}\s*$/u;
// A last line shorter than this part of the column ends a paragraph.
const SHORT = 0.85;

function columnWidth(lines: readonly SourceLine[]): number {
  const lengths = lines.map(({ text }) => text.trim().length).filter((length) => length > 0).toSorted((a, b) => a - b);
  return lengths[Math.floor(lengths.length * 0.75)] ?? 0;
}

function paragraphs(lines: readonly Pick<SourceLine, 'text' | 'from' | 'paragraph'>[], hyphens: Hyphens, width: number): RecordSentence[][] {
  const groups: Pick<SourceLine, 'text' | 'from'>[][] = [[]];
  for (const line of lines) {
    const blank = line.text.trim() === '';
    if (!blank) groups.at(-1)?.push(line);
    if (blank || line.paragraph || (ENDS.test(line.text) && line.text.trim().length < width * SHORT)) groups.push([]);
  }
  return groups.map((group): Flow => joinLines(group, hyphens)).map(sentencesOfFlow).filter((sentences) => sentences.length > 0);
}

function mostCommon(values: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

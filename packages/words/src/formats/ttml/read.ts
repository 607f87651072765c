import type { Segment } from '../../segment.ts';
import { quote } from '../read/damage.ts';
import type { Reader } from '../read/reading.ts';
import { WordsRefused } from '../read/refused.ts';
import type { Passage } from '../read/segments.ts';
import { leavesText, type Names, paragraphSegments } from './paragraph.ts';
import { readRates } from './time.ts';
import { type Paragraph, resolveBody } from './timing.ts';
import { parseXml, type XmlElement } from './xml.ts';

/** Reads the words of TTML, DFXP and IMSC text files. Style and place are not words; pictures of an image profile are told of as damage. */
export const readTtml: Reader = (text, damage) => {
  const root = parseXml(text, damage);
  if (root?.name !== 'tt') throw new WordsRefused('unknown_format', `The file is XML, but its outermost element is ${root === null ? 'missing' : `<${root.name}>`}, not TTML's <tt>.`);
  const everything = [...walk(root)];
  const names: Names = { language: root.attributes.get('xml:lang')?.trim() || null, agents: agentNames(everything) };
  const found: Paragraph[] = [];
  const stray: Passage[] = [];
  const context = { rates: readRates(root), damage, found, stray: [] as { line: number; text: string }[], rubyStyles: rubyStyles(everything) };
  const preserve = root.attributes.get('xml:space') === 'preserve';
  const inherited = { agent: null, language: names.language, preserve, timed: false, ruby: null };
  for (const body of root.children) if (typeof body !== 'string' && body.name === 'body') resolveBody(body, inherited, context);
  for (const { line, text: lost } of context.stray) {
    damage.add(line, `has text outside a paragraph: ${quote(lost)}`);
    stray.push({ line, text: lost, speaker: null });
  }
  if (everything.some((each) => each.name === 'image' || each.attributes.has('backgroundImage'))) damage.add(null, 'holds captions as pictures; these have no text to read');
  const passages = found.flatMap((paragraph) => untimed(paragraph, names));
  const timed = found.filter((paragraph) => untimed(paragraph, names).length === 0);
  return { segments: closeOpenEnds(timed.flatMap((paragraph) => paragraphSegments(paragraph, names)), damage), passages: [...passages, ...stray], language: names.language };
};

function* walk(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.children) if (typeof child !== 'string') yield* walk(child);
}

const plainText = (element: XmlElement): string => element.children.map((child) => (typeof child === 'string' ? child : plainText(child))).join('');

function agentNames(everything: readonly XmlElement[]): ReadonlyMap<string, string> {
  return new Map(everything.filter(({ name }) => name === 'agent').flatMap((agent): [string, string][] => {
    const id = agent.attributes.get('xml:id');
    const name = agent.children.flatMap((child) => (typeof child !== 'string' && child.name === 'name' ? [plainText(child).trim()] : [])).find((each) => each !== '');
    return id === undefined || name === undefined ? [] : [[id, name]];
  }));
}

const rubyStyles = (everything: readonly XmlElement[]): ReadonlyMap<string, string> =>
  new Map(everything.filter(({ name }) => name === 'style').flatMap(({ attributes }): [string, string][] => {
    const id = attributes.get('xml:id');
    const ruby = attributes.get('ruby');
    return id === undefined || ruby === undefined ? [] : [[id, ruby]];
  }));

/** A paragraph without any time on or around it is text, not a caption. */
function untimed({ leaves, line }: Paragraph, { agents }: Names): Passage[] {
  if (leaves.some(({ timed }) => timed)) return [];
  const text = leavesText(leaves);
  const agent = leaves[0]?.agent ?? null;
  return text === '' ? [] : [{ line, text, speaker: agent === null ? null : (agents.get(agent) ?? agent) }];
}

const OPEN_MS = 3000;

/** What never ends lasts until the next begins. */
function closeOpenEnds(segments: readonly Segment[], damage: { add(line: number | null, says: string): void }): Segment[] {
  const starts = [...new Set(segments.map(({ startMs }) => startMs))].toSorted((a, b) => a - b);
  const next = new Map(starts.map((startMs, at) => [startMs, starts[at + 1]]));
  const open = segments.filter(({ endMs }) => !Number.isFinite(endMs)).length;
  if (open > 0) damage.add(null, `has ${open} captions without an end; each lasts until the next begins`);
  return segments.map((segment) => {
    if (Number.isFinite(segment.endMs)) return segment;
    const last = segment.words?.at(-1)?.startMs ?? segment.startMs;
    const following = next.get(segment.startMs) ?? 0;
    const endMs = following > last ? following : last + OPEN_MS;
    return { ...segment, endMs, words: segment.words?.map((word) => (Number.isFinite(word.endMs) ? word : { ...word, endMs })) ?? null };
  });
}

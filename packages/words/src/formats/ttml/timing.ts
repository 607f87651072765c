import { type DamageList, quote } from '../read/damage.ts';
import { parseTtmlTime, type TimeRates } from './time.ts';
import type { XmlElement } from './xml.ts';

/** What an element says to those inside it, unless they say otherwise. */
export interface Inherited {
  readonly agent: string | null;
  readonly language: string | null;
  readonly preserve: boolean;
  /** True where it or one around it has a time of its own. */
  readonly timed: boolean;
  readonly ruby: string | null;
}

/** Text of a paragraph that is shown together; ms, fractions kept, `endMs` perhaps infinite. */
export interface Leaf extends Inherited {
  readonly text: string;
  readonly startMs: number;
  readonly endMs: number;
}

/** A `p` with its text in order. */
export interface Paragraph {
  readonly line: number;
  readonly leaves: readonly Leaf[];
}

interface Context {
  readonly rates: TimeRates;
  readonly damage: DamageList;
  /** Paragraphs as they are found. */
  readonly found: Paragraph[];
  /** Text outside paragraphs. */
  readonly stray: { readonly line: number; readonly text: string }[];
  /** `tts:ruby` by the id of a style. */
  readonly rubyStyles: ReadonlyMap<string, string>;
}

interface Span {
  readonly startMs: number;
  readonly endMs: number;
}

/** Where an element stands: its begin is counted from `fromMs`; in a sequence an element without duration has none. */
interface Place {
  readonly fromMs: number;
  readonly inSequence: boolean;
  readonly inherited: Inherited;
  readonly leaves: Leaf[] | null;
}

const isTtml = ({ namespace }: XmlElement): boolean => namespace === '' || /^http:\/\/www\.w3\.org\/(?:ns\/ttml|2006\/\d\d\/ttaf1)$/u.test(namespace);
const isTimed = ({ attributes }: XmlElement): boolean => ['begin', 'end', 'dur'].some((name) => attributes.has(name));
const CONTENT = new Set(['body', 'div', 'p', 'span', 'br']);

/** Resolves the times of everything under `body` (TTML2, section 12: par and seq containers, offsets from the parent or the sibling before). */
export function resolveBody(body: XmlElement, inherited: Inherited, context: Context): void {
  resolve(body, { fromMs: 0, inSequence: false, inherited, leaves: null }, context);
}

function resolve(element: XmlElement, place: Place, context: Context): Span {
  const { attributes, line } = element;
  const time = (name: string): number | null => {
    const text = attributes.get(name);
    const ms = text === undefined ? null : parseTtmlTime(text.trim(), context.rates);
    if (text !== undefined && ms === null) context.damage.add(line, `has a ${name} that is no time: ${quote(text)}`);
    return ms;
  };
  const startMs = place.fromMs + (time('begin') ?? 0);
  const own: Leaf[] | null = element.name === 'p' ? [] : place.leaves;
  const first = own?.length ?? 0;
  const foundBefore = context.found.length;
  const implicit = resolveChildren(element, { ...place, fromMs: startMs, inherited: inheritedBy(element, place.inherited, context), leaves: own }, context);
  const dur = time('dur');
  const end = time('end');
  const ends = [...(dur === null ? [] : [startMs + dur]), ...(end === null ? [] : [place.fromMs + end])];
  const endMs = ends.length === 0 ? implicit(place.inSequence) : Math.min(...ends);
  if (endMs < startMs) context.damage.add(line, 'ends before it begins; it is never shown');
  // What is inside is shown only while this is.
  for (let at = first; own !== null && at < own.length; at += 1) {
    const leaf = own[at];
    if (leaf !== undefined) own[at] = clip(leaf, startMs, endMs);
  }
  if (element.name === 'p') context.found.push({ line, leaves: own ?? [] });
  else if (own === null) clipParagraphs(context.found, foundBefore, startMs, endMs);
  return { startMs, endMs };
}

const clip = (leaf: Leaf, startMs: number, endMs: number): Leaf => ({ ...leaf, startMs: Math.max(leaf.startMs, startMs), endMs: Math.min(leaf.endMs, endMs) });

function clipParagraphs(found: Paragraph[], from: number, startMs: number, endMs: number): void {
  if (endMs === Number.POSITIVE_INFINITY) return;
  for (let at = from; at < found.length; at += 1) {
    const paragraph = found[at];
    if (paragraph !== undefined) found[at] = { ...paragraph, leaves: paragraph.leaves.map((leaf) => clip(leaf, startMs, endMs)) };
  }
}

function inheritedBy({ attributes, ...element }: XmlElement, above: Inherited, { rubyStyles }: Context): Inherited {
  const space = attributes.get('xml:space');
  const styled = (attributes.get('style') ?? '').split(/\s+/u).map((id) => rubyStyles.get(id)).find((ruby) => ruby !== undefined);
  return {
    agent: attributes.get('agent')?.trim().split(/\s+/u)[0] ?? above.agent,
    language: attributes.get('xml:lang') ?? above.language,
    preserve: space === undefined ? above.preserve : space === 'preserve',
    timed: above.timed || isTimed({ attributes, ...element }),
    ruby: attributes.get('ruby') ?? styled ?? above.ruby,
  };
}

/** Places the children; returns when the element ends that doesn't say so itself. */
function resolveChildren(element: XmlElement, place: Place, context: Context): (inSequence: boolean) => number {
  const sequence = element.attributes.get('timeContainer') === 'seq';
  let lastEnd = place.fromMs;
  let latest = place.fromMs;
  let children = 0;
  for (const child of element.children) {
    const span = placeChild(child, element, { ...place, fromMs: sequence ? lastEnd : place.fromMs, inSequence: sequence }, context);
    if (span === null) continue;
    children += 1;
    lastEnd = span.endMs;
    latest = sequence ? span.endMs : Math.max(latest, span.endMs);
  }
  return (inSequence) => (children > 0 ? latest : inSequence ? place.fromMs : Number.POSITIVE_INFINITY);
}

function placeChild(child: XmlElement | string, parent: XmlElement, place: Place, context: Context): Span | null {
  const span = { startMs: place.fromMs, endMs: place.inSequence ? place.fromMs : Number.POSITIVE_INFINITY };
  if (typeof child === 'string') {
    if (place.leaves !== null) place.leaves.push({ ...place.inherited, ...span, text: child });
    else if (child.trim() !== '') context.stray.push({ line: parent.line, text: child.trim() });
    // Blanks between elements are no content of a body or a div.
    return place.leaves === null ? null : span;
  }
  if (!isTtml(child) || !CONTENT.has(child.name)) return null;
  if (child.name !== 'br') return resolve(child, place, context);
  place.leaves?.push({ ...place.inherited, ...span, preserve: true, text: '\n' });
  return span;
}

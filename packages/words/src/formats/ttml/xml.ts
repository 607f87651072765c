import { SaxesParser } from 'saxes';
import { type DamageList, quote } from '../read/damage.ts';
import { LIMITS, WordsRefused } from '../read/refused.ts';

/** An element with what it holds, in order; text is as it stands. */
export interface XmlElement {
  /** Without prefix. */
  readonly name: string;
  readonly namespace: string;
  /** By local name, with `xml:` kept before `xml:lang` and its like. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
  /** From 1. */
  readonly line: number;
}

type Growing = XmlElement & { readonly children: (XmlElement | string)[] };

const MOST_NODES = 2_000_000;

/**
 * Parses XML with its damage: what isn't well formed is told and passed over. Declarations of a document type are never read: there are no external
 * entities to fetch and none to multiply; a reference to one stays as the text that it is. Null where there is no element at all.
 */
export function parseXml(source: string, damage: DamageList): XmlElement | null {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const open: Growing[] = [];
  let root: Growing | null = null;
  let nodes = 0;
  parser.on('error', ({ message }) => damage.add(parser.line, `is not well-formed XML: ${message.replace(/^[^:]*:\d+:\d+: /u, '')}`));
  parser.on('doctype', (text) => damage.add(parser.line, `declares a document type; nothing of it was read: ${quote(text)}`));
  parser.on('opentag', ({ local, uri, attributes }) => {
    nodes += 1;
    if (open.length >= LIMITS.nesting) throw new WordsRefused('nested_too_deeply', `Line ${parser.line} lies more than ${LIMITS.nesting} elements deep; no caption file is built like that.`, parser.line);
    if (nodes > MOST_NODES) throw new WordsRefused('too_many_segments', `The file has more than ${MOST_NODES} elements; it is not read.`);
    const named = Object.values(attributes).map((each): [string, string] => [each.prefix === 'xml' ? `xml:${each.local}` : each.local, each.value]);
    const element: Growing = { name: local, namespace: uri, attributes: new Map(named), children: [], line: parser.line };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  const text = (value: string): void => void open.at(-1)?.children.push(value);
  parser.on('text', text);
  parser.on('cdata', text);
  parser.write(source.replace(/^\uFEFF?\s+(?=<\?xml)/u, '')).close();
  return root;
}

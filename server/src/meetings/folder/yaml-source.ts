import { LineCounter, isAlias, isMap, isScalar, isSeq, parseDocument, type Document, type ErrorCode, type Node } from 'yaml';
import type { Problem } from './problems.domain.ts';

const MAX_CHARACTERS = 4 * 1024 * 1024;
const MAX_ALIASES = 100;

/** A YAML text that could be read, and where its parts stand. */
export interface YamlSource {
  readonly value: unknown;
  /** The line (from 1) of the place, or of the nearest place above it that exists. */
  readonly line: (path: Problem['path']) => number | undefined;
}

export type YamlOutcome =
  | { readonly ok: true; readonly source: YamlSource }
  | { readonly ok: false; readonly problems: readonly { readonly says: string; readonly line: number | undefined }[] };

const refused = (says: string, line?: number): YamlOutcome => ({ ok: false, problems: [{ says, line }] });

/**
 * Reads YAML from people that are not trusted: one document, YAML 1.2 core types only (no custom tags), no key
 * twice, few aliases, bounded in size. Never throws.
 */
export function readYaml(text: string): YamlOutcome {
  if (text.length > MAX_CHARACTERS) return refused('the file is larger than 4 MiB, which no meeting needs');
  if (text.includes('\u0000')) return refused('the file is not text');
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, {
      lineCounter: lines, prettyErrors: false, schema: 'core', version: '1.2', uniqueKeys: true, strict: true, stringKeys: true,
    });
    const wrong = [...document.errors, ...document.warnings];
    if (wrong.length > 0) {
      const problems = wrong.map((error) => ({ says: inWords(error), line: lines.linePos(error.pos[0]).line }));
      const once = problems.filter(({ says, line }, n) => problems.findIndex((other) => other.says === says && other.line === line) === n);
      return { ok: false, problems: once.slice(0, 20) };
    }
    const value: unknown = document.toJS({ maxAliasCount: MAX_ALIASES });
    return { ok: true, source: { value, line: (path) => lineOf(document, lines, path) } };
  } catch (error) {
    // Nesting deep enough to end the stack, or aliases that multiply: neither says where.
    if (error instanceof RangeError) return refused(TOO_DEEP);
    if (error instanceof ReferenceError) return refused('the file repeats itself by too many aliases (*); write out what they stand for');
    return refused(error instanceof Error ? lowerFirst(error.message) : 'the file cannot be read');
  }
}

const TOO_DEEP = 'the file is nested too deeply';

/** Plain words for what people run into, where the parser speaks to programmers. */
const PLAIN: Readonly<Partial<Record<ErrorCode, string>>> = {
  BAD_INDENT: 'is not indented as the lines around it, or a bracket or quotation mark before it is not closed',
  DUPLICATE_KEY: 'has a key that is there already; keep one of them',
  MULTIPLE_DOCS: 'begins a second description (---); one file describes one meeting',
  TAB_AS_INDENT: 'is indented by a tab; use spaces',
  TAG_RESOLVE_FAILED: 'has a tag (!) that is not known here; remove it',
};

const inWords = ({ code, message }: { readonly code: ErrorCode; readonly message: string }): string => PLAIN[code] ?? (/call stack/.test(message) ? TOO_DEEP : lowerFirst(message));

const lowerFirst = (message: string): string => message.charAt(0).toLowerCase() + message.slice(1).replace(/\.$/, '');

function lineOf(document: Document.Parsed, lines: LineCounter, path: Problem['path']): number | undefined {
  let node: unknown = document.contents;
  let offset = document.contents?.range[0];
  for (const step of path) {
    const holder: unknown = isAlias(node) ? node.resolve(document) : node;
    if (isMap(holder)) {
      const pair = holder.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (pair === undefined) break;
      offset = startOf(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(holder) && typeof step === 'number' && holder.items[step] !== undefined) {
      node = holder.items[step];
      offset = startOf(node) ?? offset;
    } else break;
  }
  return offset === undefined ? undefined : lines.linePos(offset).line;
}

const startOf = (node: unknown): number | undefined => (node as Partial<Node> | null)?.range?.[0];

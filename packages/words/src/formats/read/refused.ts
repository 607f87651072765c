/** Why a file of words is not read at all. Everything less is read, and told in `damage`. */
export type RefusalCode = 'too_large' | 'line_too_long' | 'too_many_segments' | 'nested_too_deeply' | 'not_text' | 'unknown_format' | 'broken';

/** Thrown where a file can't or mustn't be read; the message is one sentence for people. */
export class WordsRefused extends Error {
  override readonly name = 'WordsRefused';
  readonly code: RefusalCode;
  /** From 1; null for what concerns the file as a whole. */
  readonly line: number | null;

  constructor(code: RefusalCode, message: string, line: number | null = null) {
    super(message);
    this.code = code;
    this.line = line;
  }
}

/** Beyond these a file is an attack or a mistake: three hours of speech with word times are 10 MB of JSON and 5,000 captions. */
export const LIMITS = {
  bytes: 64 * 2 ** 20,
  lineLetters: 1_000_000,
  segments: 250_000,
  /** Line ends, and what opens an element, an object or a list. */
  pieces: 2_000_000,
  nesting: 100,
  damage: 1000,
} as const;

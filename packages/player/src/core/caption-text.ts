/** Something to read over the picture, for a time. */
export interface CaptionCue {
  /** Ms on the meeting's timeline. */
  readonly startMs: number;
  readonly endMs: number;
  /** As they are laid out, each to be shown on a line of its own where there is room. */
  readonly lines: readonly string[];
  /** BCP 47, where it isn't that of the whole. */
  readonly language: string | null;
}

const TIMES = /^(?:(\d+):)?(\d\d):(\d\d)\.(\d{3})[ \t]+-->[ \t]+(?:(\d+):)?(\d\d):(\d\d)\.(\d{3})/;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', nbsp: '\u00a0', lrm: '\u200e', rlm: '\u200f' };

/** Reads the WebVTT of Openfloor's own captions: times, text, and the language where a cue has one; voices and other tags are left out. */
export function readCaptions(text: string): readonly CaptionCue[] {
  return text.replace(/\r\n?/g, '\n').split(/\n{2,}/).flatMap((block) => {
    const lines = block.split('\n').filter((line) => line !== '');
    const at = lines.findIndex((line) => TIMES.test(line));
    const times = TIMES.exec(lines[at] ?? '');
    if (!times) return [];
    const body = lines.slice(at + 1);
    const language = /<lang[^\s>]*[ \t]+([\w-]+)[ \t]*>/.exec(body.join('\n'))?.[1] ?? null;
    return [{ startMs: msOf(times.slice(1, 5)), endMs: msOf(times.slice(5, 9)), lines: body.map(plain), language }];
  });
}

const msOf = ([hours = '0', minutes = '0', seconds = '0', ms = '0']: readonly (string | undefined)[]): number =>
  ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(ms);

const plain = (line: string): string => line.replace(/<[^>]*>/g, '').replace(/&(?:#(\d{1,7})|(\w+));/g, (whole: string, code: string | undefined, name: string | undefined) =>
  (code === undefined ? (ENTITIES[name ?? ''] ?? whole) : String.fromCodePoint(Math.min(Number(code), 0x10_ff_ff))));

/** What is to be read at a moment, in the order in which it came. */
export const cuesAt = (cues: readonly CaptionCue[], ms: number): readonly CaptionCue[] => cues.filter(({ startMs, endMs }) => startMs <= ms && ms < endMs);

/** When that changes next; null where it doesn't. */
export function nextChange(cues: readonly CaptionCue[], ms: number): number | null {
  const later = cues.flatMap(({ startMs, endMs }) => [startMs, endMs]).filter((edge) => edge > ms);
  return later.length === 0 ? null : Math.min(...later);
}

/** The lines as one, for a screen too narrow for them: Chinese and Japanese put nothing where a line ended. */
export const joinLines = (lines: readonly string[]): string => lines.reduce((whole, line) => (whole === '' || (UNSPACED_END.test(whole) && UNSPACED_START.test(line)) ? whole + line : `${whole} ${line}`), '');

const UNSPACED_END = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]$/u;
const UNSPACED_START = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;

/** Longer ones may be broken: better than to run over the edge. */
const SHORT_RUN = 28;

/** A line in its parts: names of the other direction, which the text sets apart, are not to be torn in two. */
export function isolated(line: string): readonly { readonly run: string; readonly dir: 'ltr' | 'rtl' | null }[] {
  return line.split(/([\u2066\u2067][^\u2066-\u2069]*\u2069)/).filter((part) => part !== '').map((part) => {
    const dir = part.startsWith('\u2066') ? 'ltr' as const : part.startsWith('\u2067') ? 'rtl' as const : null;
    return dir !== null && part.endsWith('\u2069') && part.length <= SHORT_RUN + 2 ? { run: part.slice(1, -1), dir } : { run: part, dir: null };
  });
}

const RIGHT_TO_LEFT = /^(?:ar|arb|arz|fa|prs|ur|he|ps|sd|ug|yi|dv|ckb)(?:-(?!Latn|Cyrl)|$)|-(?:Arab|Hebr)\b/i;

/** The direction in which a language is written; `auto` where the language isn't told. */
export const directionOf = (language: string): 'ltr' | 'rtl' | 'auto' => (language === 'mul' || language === 'und' ? 'auto' : RIGHT_TO_LEFT.test(language) ? 'rtl' : 'ltr');

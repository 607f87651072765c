import { describe, expect, it } from 'vitest';
import { readWords, WORDS_FORMATS, WordsRefused, type WordsFormat } from './index.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const cue = '00:00:01.000 --> 00:00:02.000\n';
const VTT = `WEBVTT\n\n${cue}`;
const tt = (inside: string): string => `<?xml version="1.0"?><tt xmlns="http://www.w3.org/ns/ttml"><body><div>${inside}</div></body></tt>`;
const many = 300_000;

/** Files built so that a careless reader takes hours or all memory. */
const ATTACKS: Readonly<Record<string, string>> = {
  'a wall of blanks': VTT + ' '.repeat(900_000) + 'x',
  'blanks in SubRip': `1\n00:00:01,000 --> 00:00:02,000\n${' '.repeat(900_000)}x\n`,
  'blanks before times': `1\n${' '.repeat(900_000)}00:00:01,000 --> 00:00:02,000\nx\n`,
  'open tags': VTT + '<'.repeat(900_000),
  'nested tags': VTT + '<b>'.repeat(many),
  'one voice in another': VTT + '<v a>x'.repeat(100_000),
  'time marks': VTT + '<00:01.500>x'.repeat(80_000),
  'entities': VTT + '&amp'.repeat(200_000),
  'arrows': `WEBVTT\n\n${'-->\n'.repeat(many)}`,
  'ids without cues': `WEBVTT\n\n${'x\n\n'.repeat(many)}`,
  'numbers alone': '1\n'.repeat(many) + cue + 'x',
  'quotes': `start,end,text\n0,1,"${'a'.repeat(900_000)}`,
  'commas': `0.0,1.0,x\n${','.repeat(900_000)}`,
  'brackets of times': '[00:01] x\n'.repeat(100_000),
  'colons': `${'A:'.repeat(400_000)}\n[00:01] x`,
  'spans': tt(`<p begin="1s" end="2s">${'<span> </span>'.repeat(100_000)}x</p>`),
  'spans that all change': tt(`<p>${Array.from({ length: 20_000 }, (_, at) => `<span begin="${at}s" end="${at + 50}s">a sentence of more than thirty letters ${at}</span>`).join('')}</p>`),
  'elements without end': tt('<p>'.repeat(many)),
  'attributes': tt(`<p ${Array.from({ length: 50_000 }, (_, at) => `a${at}="x"`).join(' ')} begin="1s" end="2s">x</p>`),
  'references': tt(`<p begin="1s" end="2s">${'&x;'.repeat(100_000)}</p>`),
  'newlines after an object': `{}${'\n'.repeat(900_000)}x`,
  'lists in lists': '['.repeat(900_000),
  'objects': `{"segments":[${'{},'.repeat(many)}{}]}`,
  'a string of digits': `{"segments":[{"start":${'9'.repeat(900_000)},"end":1,"text":"x"}]}`,
  'codes': `Scenarist_SCC V1.0\n\n00:00:01;00\t${'9420 '.repeat(150_000)}`,
};

describe('files that are built to do harm', () => {
  it.each(Object.entries(ATTACKS))('%s: read or refused with a sentence, soon', (_, text) => {
    const started = performance.now();
    let says = 'read';
    try {
      readWords(encode(text));
    } catch (error) {
      if (!(error instanceof WordsRefused)) throw error;
      says = error.message;
    }
    expect(says).toMatch(/^read$|^[A-Z].*\.$/u);
    expect(performance.now() - started).toBeLessThan(8000);
  });

  it('refuses crowds before they are parted', () => {
    for (const text of [`WEBVTT\n${'\n'.repeat(3_000_001)}`, `[${'[],'.repeat(3_000_001)}[]]`]) expect(() => readWords(encode(text))).toThrow(expect.objectContaining({ code: 'too_many_segments' }));
  });
});

it('reads any bytes in any form, or refuses them with a sentence', () => {
  let seed = 7;
  const random = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed % below;
  };
  const parts = ['WEBVTT', '\n', '\n\n', cue, '00:01', ' --> ', '<v A>', '</v>', '<p begin="1s">', '{', '}', '"', '[00:01]', ',', '\t', '&amp;', 'é', '漢', 'ع', '\0', '\uFEFF', '9420 ', ':', '1', '<tt xmlns="http://www.w3.org/ns/ttml">'];
  for (let run = 0; run < 1500; run += 1) {
    const text = Array.from({ length: random(40) }, () => parts[random(parts.length)]).join('');
    const format: WordsFormat | undefined = run % 2 === 0 ? undefined : WORDS_FORMATS[random(WORDS_FORMATS.length)];
    try {
      const read = readWords(encode(text), format === undefined ? {} : { format });
      for (const { startMs, endMs } of read.segments) expect(Number.isSafeInteger(startMs) && Number.isSafeInteger(endMs) && endMs >= startMs, text).toBe(true);
    } catch (error) {
      if (!(error instanceof WordsRefused)) throw error;
    }
  }
});

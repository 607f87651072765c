import { expect, it } from 'vitest';
import { readWords } from '../read/read-words.ts';

interface Sub { readonly from: number[]; readonly to: number[]; readonly text: number[]; readonly block?: number; readonly comment?: boolean }

function stl(table: string, language: string, subs: readonly Sub[], start = '00000000'): Uint8Array {
  const head = `850STL25.011${table}${language}`.padEnd(256, ' ') + start;
  const bytes = new Uint8Array(1024 + subs.length * 128).fill(0x20, 0, 1024);
  bytes.set(new TextEncoder().encode(head));
  subs.forEach(({ from, to, text, block = 0xff, comment = false }, at) => {
    bytes.fill(0x8f, 1024 + at * 128, 1024 + (at + 1) * 128);
    bytes.set([0, at, 0, block, 0, ...from, ...to, 20, 2, comment ? 1 : 0, ...text], 1024 + at * 128);
  });
  return bytes;
}

const ascii = (text: string): number[] => [...new TextEncoder().encode(text)];
const FROM = [10, 0, 1, 0];
const TO = [10, 0, 2, 5];

it('reads Latin with marks before their letters, lines and colours', () => {
  const text = [0x0d, 0x0b, 0x0b, ...ascii('D'), 0xc2, ...ascii('eclar'), 0xe1, 0x8a, 0x8a, 0x82, ...ascii('ma'), 0xc4, ...ascii('nana'), 0x0a];
  const { format, segments, language, damage } = readWords(stl('00', '0A', [{ from: FROM, to: TO, text }], '10000000'));
  expect([format, language]).toEqual(['stl', 'es']);
  expect(segments).toMatchObject([{ startMs: 1000, endMs: 2200, text: 'DéclarÆ\nmañana' }]);
  expect(damage).toHaveLength(1);
});

it.each([
  ['01', '56', 'ru', 'Мир', [0xbc, 0xd8, 0xe0]], ['02', '7E', 'ar', 'سلام', [0xd3, 0xe4, 0xc7, 0xe5]], ['03', '70', 'el', 'ναι', [0xed, 0xe1, 0xe9]], ['04', '6C', 'he', 'שלום', [0xf9, 0xec, 0xe5, 0xed]],
])('reads table %s', (table, code, language, text, bytes) => {
  const read = readWords(stl(table, code, [{ from: [0, 0, 1, 0], to: [0, 0, 2, 0], text: bytes }]));
  expect([read.language, read.segments[0]?.text, read.damage]).toEqual([language, text, []]);
});

it('puts blocks of one subtitle together, leaves out comments, and tells of a file that is cut off', () => {
  const whole = stl('00', '09', [{ from: FROM, to: TO, text: ascii('one '), block: 0 }, { from: FROM, to: TO, text: ascii('two') }, { from: FROM, to: TO, text: ascii('note'), comment: true }, { from: FROM, to: TO, text: ascii('x') }]);
  const { segments, damage } = readWords(whole.subarray(0, whole.length - 30));
  expect(segments.map(({ text, startMs }) => [text, startMs])).toEqual([['one two', 36_001_000]]);
  expect(damage).toHaveLength(2);
  expect(() => readWords(whole.subarray(0, 500), { format: 'stl' })).toThrow(expect.objectContaining({ code: 'broken' }));
});

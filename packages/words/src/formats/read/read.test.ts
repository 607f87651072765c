import { expect, it } from 'vitest';
import { readWords } from './read-words.ts';
import { LIMITS } from './refused.ts';

/** Bytes of a text in an encoding that only has a decoder. */
function encode(text: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, number[]>();
  for (let byte = 0; byte < 256; byte += 1) table.set(decoder.decode(Uint8Array.of(byte)), [byte]);
  if (encoding === 'gb18030') for (let lead = 0xa1; lead < 0xf8; lead += 1) for (let trail = 0xa1; trail < 0xff; trail += 1) table.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  return Uint8Array.from(Array.from(text).flatMap((sign) => table.get(sign) ?? [0x3f]));
}

const srt = (text: string): string => `1\n00:00:01,000 --> 00:00:02,000\n${text}\n`;

it.each([
  ['windows-1252', 'Déclaration universelle des droits de l’homme'],
  ['windows-1252', '¿Qué dice la señora Ministra? Así será mañana.'],
  ['windows-1252', 'à'],
  ['windows-1251', 'Всеобщая декларация прав человека: люди рождаются свободными.'],
  ['windows-1251', 'Да.'],
  ['windows-1256', 'يولد جميع الناس أحرارا متساوين في الكرامة والحقوق'],
  ['gb18030', '人人生而自由，在尊严和权利上一律平等。'],
])('reads %s by its letters: %s', (encoding, text) => {
  const { segments, damage } = readWords(encode(srt(text), encoding));
  expect(segments[0]?.text).toBe(text);
  expect(damage).toHaveLength(1);
});

it.each([['LE', true, true], ['LE', true, false], ['BE', false, true], ['BE', false, false]])('reads UTF-16%s with and without a byte order mark', (_, little, mark) => {
  const text = (mark ? '\uFEFF' : '') + srt('人人生而自由 свободны');
  const bytes = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at += 1) bytes.setUint16(at * 2, text.charCodeAt(at), little);
  const { segments, damage } = readWords(new Uint8Array(bytes.buffer));
  expect([segments[0]?.text, damage]).toEqual(['人人生而自由 свободны', []]);
});

it('keeps UTF-8 with a damaged spot, and says where', () => {
  const bytes = new TextEncoder().encode(srt('Женщины и дети, señor'));
  bytes[33] = 0xff;
  const { segments, damage } = readWords(bytes);
  expect(segments[0]?.text).toContain('и дети, señor');
  expect(damage.map(({ line }) => line)).toEqual([3]);
});

it('refuses what is no text, too long a line and too large a file', () => {
  expect(() => readWords(Uint8Array.from({ length: 3000 }, (_, at) => (at * 7919) % 256))).toThrow(expect.objectContaining({ code: 'not_text' }));
  expect(() => readWords(new TextEncoder().encode(`WEBVTT\n\n00:01.000 --> 00:02.000\n${'a'.repeat(LIMITS.lineLetters + 1)}`))).toThrow(expect.objectContaining({ code: 'line_too_long', line: 4 }));
  expect(() => readWords(new Uint8Array(LIMITS.bytes + 1))).toThrow(expect.objectContaining({ code: 'too_large' }));
  expect(() => readWords(new TextEncoder().encode(`WEBVTT\n\n${'00:01.000 --> 00:02.000\na\n\n'.repeat(LIMITS.segments + 1)}`))).toThrow(expect.objectContaining({ code: 'too_many_segments' }));
});

it.each(['%PDF-1.7\n', '{\\rtf1\\ansi hello}', 'PK\u0003\u0004'])('refuses documents of other programs: %s', (start) => {
  expect(() => readWords(new TextEncoder().encode(start))).toThrow(expect.objectContaining({ code: 'unknown_format' }));
});

it('says that an empty file has no words', () => {
  expect(readWords(new Uint8Array())).toMatchObject({ segments: [], passages: [], damage: [{ line: null, says: 'holds no words' }] });
});

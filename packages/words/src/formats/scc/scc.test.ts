import { expect, it } from 'vitest';
import { readWords } from '../read/read-words.ts';
import { hasOddParity } from './line-21.ts';
import { timeCodeMs } from './read.ts';

const parity = (byte: number): number => (hasOddParity(byte) ? byte : byte | 0x80);
const hex = (...bytes: number[]): string => bytes.map((byte) => parity(byte).toString(16).padStart(2, '0')).join('');
const twice = (code: string): string => `${code} ${code}`;
/** Text as pairs of bytes. */
const say = (text: string): string => (text.match(/.{1,2}/gu) ?? []).map((pair) => hex(pair.charCodeAt(0), pair.length > 1 ? pair.charCodeAt(1) : 0)).join(' ');
const command = (second: number): string => twice(hex(0x14, second));
const [RCL, RU2, RDC, EDM, CR, ENM, EOC] = [0x20, 0x25, 0x29, 0x2c, 0x2d, 0x2e, 0x2f].map(command);
const row14 = twice(hex(0x14, 0x40));
const row15 = twice(hex(0x14, 0x60));

const read = (...lines: string[]) => readWords(new TextEncoder().encode(`Scenarist_SCC V1.0\n\n${lines.join('\n\n')}\n`));
const times = (...lines: string[]) => read(...lines).segments.map(({ startMs, endMs, text }) => [startMs, endMs, text]);

it('reads captions that are prepared and shown whole', () => {
  const { format, segments, damage } = read(`00:00:01;00\t${RCL} ${ENM} ${row14} ${say('GOOD')} ${row15} ${say('MORNING,')} ${EOC}`, `00:00:04;00\t${EDM}`);
  expect([format, damage]).toEqual(['scc', []]);
  // 2 x RCL, ENM, row, 2 pairs, row, 4 pairs: EOC is the 15th frame.
  expect(segments).toMatchObject([{ startMs: Math.round(1001 + (14 * 1001) / 30), endMs: 4004, text: 'GOOD\nMORNING,' }]);
});

it('reads rolled-up lines each for itself, and painted captions', () => {
  expect(times(`00:00:01:00\t${RU2} ${CR} ${row15} ${say('FIRST ')}`, `00:00:02:00\t${say('LINE')} `, `00:00:03:00\t${RU2} ${CR} ${row15} ${say('SECOND')}`, `00:00:05:00\t${EDM}`).map(([, , text]) => text)).toEqual(['FIRST LINE', 'SECOND']);
  expect(times(`00:00:01;00\t${RDC} ${row15} ${say('NOW')}`, `00:00:02;00\t${EDM}`)).toEqual([[1134, 2002, 'NOW']]);
});

it('reads letters outside ASCII, each after its plain stand-in', () => {
  const extended = `${say('E')} ${twice(hex(0x12, 0x21))}${' '}${twice(hex(0x11, 0x37))}${' '}${hex(0x5c, 0x7e)}`;
  expect(times(`00:00:01;00\t${RDC} ${row15} ${extended}`, `00:00:02;00\t${EDM}`)[0]?.[2]).toBe('É♪éñ');
});

it('keeps to the clock with dropped frames, and falls behind without', () => {
  expect(timeCodeMs(1, 0, 0, 0, true)).toBeCloseTo(3_599_996.4, 0);
  expect(timeCodeMs(1, 0, 0, 0, false)).toBeCloseTo(3_603_600, 0);
});

it('tells what is no code, wrong parity, another channel, and a caption that is never cleared', () => {
  const { segments, damage } = read(`00:00:01;00\t${RDC} ${row15} zzzz 4869`, 'nonsense', `00:00:02;00\t${twice(hex(0x1c, 0x2c))}`);
  expect(segments[0]?.text).toBe('Hi');
  expect(damage.map(({ line }) => line)).toEqual([null, null, 3, 3, 5]);
});

import type { Segment } from '../../segment.ts';
import { clockText } from '../read/clock.ts';
import type { DamageList } from '../read/damage.ts';
import type { Reading } from '../read/reading.ts';
import { WordsRefused } from '../read/refused.ts';
import { makeSegment } from '../read/segments.ts';
import { stlLanguage } from './languages.ts';
import { decodeStlText, isKnownTable } from './text.ts';

const HEADER = 1024;
const BLOCK = 128;
const TEXT_AT = 16;

/** True for the first bytes of an EBU-STL file: a code page of three digits and the disk format. */
export const looksLikeStl = (bytes: Uint8Array): boolean => bytes.length >= HEADER && /^\d{3}STL\d\d\.01/u.test(ascii(bytes, 0, 11));

const ascii = (bytes: Uint8Array, from: number, length: number): string => String.fromCodePoint(...bytes.subarray(from, from + length));

/** Reads EBU-STL (EBU Tech 3264): Latin, Cyrillic, Arabic, Greek and Hebrew tables; times count from the start of the programme. Blocks are told in place of lines. */
export function readStl(bytes: Uint8Array, damage: DamageList): Reading {
  if (!looksLikeStl(bytes)) throw new WordsRefused('broken', 'The file is called EBU-STL but does not begin like one.');
  const frames = Number(ascii(bytes, 6, 2)) || 25;
  const table = ascii(bytes, 12, 2);
  if (!isKnownTable(table)) damage.add(null, `names a code table that doesn't exist ("${table}"); it was read as Latin`);
  if ((bytes.length - HEADER) % BLOCK !== 0) damage.add(null, 'is cut off inside a block');
  const groups = readGroups(bytes, damage);
  const startMs = programmeStart(ascii(bytes, 256, 8), frames, groups);
  if (startMs > 0) damage.add(null, `counts from ${clockText(startMs, '.')}; its times were moved to count from 0`);
  const segments = groups.flatMap(({ block, head, text }): Segment[] => {
    const from = timeAt(head, 5, frames) - startMs;
    const until = timeAt(head, 9, frames) - startMs;
    const spoken = decodeStlText(Uint8Array.from(text), table);
    if (until < from) damage.add(null, `has a subtitle that ends before it begins (block ${block}); it was given no length`);
    return spoken === '' ? [] : [makeSegment(from, until, spoken)];
  });
  return { segments, passages: [], language: stlLanguage(ascii(bytes, 14, 2)) };
}

interface Group {
  readonly block: number;
  readonly head: Uint8Array;
  readonly text: number[];
}

const LAST_BLOCK = 0xff;
const USER_DATA = 0xfe;

/** Subtitles of several blocks put together; comments and user data left out. */
function readGroups(bytes: Uint8Array, damage: DamageList): Group[] {
  const groups: Group[] = [];
  let open: Group | null = null;
  for (let at = HEADER; at + BLOCK <= bytes.length; at += BLOCK) {
    const block = bytes.subarray(at, at + BLOCK);
    const extension = block[3] ?? LAST_BLOCK;
    if (extension === USER_DATA) continue;
    if (block[15] === 1) {
      damage.add(null, `has a comment of its makers in block ${(at - HEADER) / BLOCK + 1}, which is no subtitle`);
      continue;
    }
    open ??= { block: (at - HEADER) / BLOCK + 1, head: block, text: [] };
    const field = block.subarray(TEXT_AT);
    const end = field.indexOf(0x8f);
    open.text.push(...field.subarray(0, end < 0 ? field.length : end));
    if (extension !== LAST_BLOCK) continue;
    groups.push(open);
    open = null;
  }
  if (open !== null) groups.push(open);
  return groups;
}

const timeAt = (head: Uint8Array, at: number, frames: number): number =>
  (((head[at] ?? 0) * 60 + (head[at + 1] ?? 0)) * 60 + (head[at + 2] ?? 0)) * 1000 + ((head[at + 3] ?? 0) * 1000) / frames;

/** Programmes on tape begin at 10 hours or so; where the file says it and no subtitle comes earlier, that is 0. */
function programmeStart(text: string, frames: number, groups: readonly Group[]): number {
  const [, hours, minutes, seconds, rest] = /^(\d\d)(\d\d)(\d\d)(\d\d)$/u.exec(text) ?? [];
  if (hours === undefined) return 0;
  const ms = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + (Number(rest) * 1000) / frames;
  return groups.some(({ head }) => timeAt(head, 5, frames) < ms) ? 0 : ms;
}

import { boxHeader } from './boxes.ts';
import type { ByteReader } from './byte-reader.ports.ts';
import { Fmp4Error } from './fmp4-error.ts';
import { toColumns, type Fragment, type FragmentIndex, type Truncation } from './fragment-index.domain.ts';
import { parseMoof, type ParsedMoof } from './moof.ts';
import { parseMoov, type ParsedMoov } from './moov.ts';
import { ReadingWindow } from './reading-window.ts';

/** A header of this size is no header: it keeps a damaged size field from asking for the whole file. */
const LARGEST_HEADER = 64 * 1024 * 1024;

interface TopBox {
  readonly type: string;
  readonly offset: number;
  readonly size: number;
  readonly header: number;
}

interface OpenFragment {
  readonly box: TopBox;
  readonly moof: ParsedMoof;
}

/**
 * Finds every fragment of a fragmented MP4 of one track, reading little more than the headers.
 * A file that ends inside a fragment is indexed up to there and says so in `truncated`.
 * @throws Fmp4Error when the bytes are something else, hold several tracks, or a header contradicts itself
 */
export async function indexFragments(reader: ByteReader): Promise<FragmentIndex> {
  const walk = new Walk(reader);
  let at = 0;
  while (at < reader.size) {
    const box = await walk.box(at);
    if (!box) break;
    await walk.take(box);
    at = box.offset + box.size;
  }
  return walk.result();
}

class Walk {
  readonly #reader: ByteReader;
  readonly #window: ReadingWindow;
  readonly #rows: Fragment[] = [];
  #moov: ParsedMoov | undefined;
  #initLength = 0;
  #open: OpenFragment | undefined;
  #clock = 0;
  #truncated: Truncation | undefined;

  constructor(reader: ByteReader) {
    this.#reader = reader;
    this.#window = new ReadingWindow(reader);
  }

  /** The top-level box at an offset; undefined, with `truncated` set, where no whole one starts. */
  async box(offset: number): Promise<TopBox | undefined> {
    const got = await this.#window.load(offset, Math.min(16, this.#reader.size - offset), this.#step());
    const found = got < 8 ? undefined : boxHeader(this.#window.bytes, this.#window.at(offset));
    const size = found?.size === 0 ? this.#reader.size - offset : (found?.size ?? 0);
    if (!found || size < found.header || !/^[\x20-\x7e]{4}$/.test(found.type)) {
      if (offset === 0) throw new Fmp4Error('not_mp4', 'The file is not an MP4 file.');
      return this.#cut(offset, got < 16 ? 'The file ends inside a box header.' : 'What follows the last whole fragment is not MP4.');
    }
    if (offset + size > this.#reader.size) return this.#cut(offset, `The file ends inside its last ${found.type} box.`);
    return { type: found.type, offset, size, header: found.header };
  }

  /** Takes in one whole top-level box. */
  async take(box: TopBox): Promise<void> {
    if (box.type === 'moov' && !this.#moov) {
      this.#moov = parseMoov(this.#window.bytes, await this.#whole(box));
      this.#initLength = box.offset + box.size;
    } else if (box.type === 'moof') {
      if (!this.#moov) throw new Fmp4Error('no_moov', 'The file has fragments but no moov header in front of them.');
      const header = await this.#whole(box);
      this.#open = { box, moof: parseMoof(this.#window.bytes, header, box.offset, this.#moov.defaults) };
    } else if (box.type === 'mdat') this.#close(box);
  }

  result(): FragmentIndex {
    if (!this.#moov) throw new Fmp4Error('no_moov', 'The file has no whole moov header: it is empty, cut off or not an MP4 file.');
    const open = this.#open;
    if (open) this.#cut(open.box.offset, 'The file ends between the header and the data of its last fragment.');
    return {
      ...this.#moov.track,
      init: { offset: 0, length: this.#initLength },
      fragments: toColumns(this.#rows),
      ...(this.#truncated ? { truncated: this.#truncated } : {}),
    };
  }

  #close(mdat: TopBox): void {
    const open = this.#open;
    if (!open) {
      if (this.#rows.length === 0) {
        throw new Fmp4Error('not_fragmented', 'The MP4 file is not fragmented; write it with -movflags frag_keyframe.');
      }
      return;
    }
    this.#open = undefined;
    const { moof, box } = open;
    const start = moof.start ?? this.#clock;
    this.#clock = start + moof.duration;
    if (moof.samples === 0) return;
    this.#rows.push({
      offset: box.offset,
      length: mdat.offset + mdat.size - box.offset,
      start,
      duration: moof.duration,
      headerLength: moof.firstSampleOffset ?? mdat.offset + mdat.header - box.offset,
      firstSampleSize: moof.firstSampleSize,
      compositionOffset: moof.compositionOffset,
      startsWithKeyframe: moof.startsWithKeyframe,
    });
  }

  async #whole(box: TopBox): Promise<{ type: string; start: number; body: number; end: number }> {
    if (box.size > LARGEST_HEADER) throw new Fmp4Error('broken_box', `The ${box.type} box at byte ${box.offset} claims ${box.size} bytes.`);
    const got = await this.#window.load(box.offset, box.size, this.#step());
    if (got < box.size) throw new Fmp4Error('broken_box', `The ${box.type} box at byte ${box.offset} could not be read whole.`);
    const start = this.#window.at(box.offset);
    return { type: box.type, start, body: start + box.header, end: start + box.size };
  }

  #step(): number {
    return this.#rows.at(-1)?.length ?? DEFAULT_STEP;
  }

  #cut(offset: number, reason: string): undefined {
    const from = this.#open?.box.offset ?? offset;
    this.#truncated ??= { offset: from, bytes: this.#reader.size - from, reason };
  }
}

/** Before the first fragment is known, read as for sound: the file may be all small ones. */
const DEFAULT_STEP = 0;

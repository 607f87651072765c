/** How the sound of an AAC file is coded, from its initialisation segment. */
export interface AacTrack {
  /** Ticks of the file's clock per second. */
  readonly timescale: number;
  /** MPEG-4 audio object type; 2 is AAC-LC. */
  readonly objectType: number;
  /** Index into the table of sample rates, as ADTS writes it. */
  readonly rateIndex: number;
  readonly channels: number;
  /** Ticks before the first sample that is to be heard (the edit list's priming). */
  readonly primingTicks: number;
}

/** One coded frame and when it sounds, in ticks of the track's clock, priming taken off. */
export interface AacFrame {
  readonly ticks: number;
  readonly data: Uint8Array;
}

interface Box {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

/** Reads the initialisation segment of an fMP4 file with one AAC track; `null` for any other codec. */
export function readAacTrack(init: Uint8Array): AacTrack | null {
  const view = viewOf(init);
  const trak = find(view, 0, view.byteLength, ['moov', 'trak']);
  const mdhd = trak && find(view, trak.start, trak.end, ['mdia', 'mdhd']);
  const stsd = trak && find(view, trak.start, trak.end, ['mdia', 'minf', 'stbl', 'stsd']);
  const mp4a = stsd && boxes(view, stsd.start + 8, stsd.end).find(({ type }) => type === 'mp4a');
  const esds = mp4a && boxes(view, mp4a.start + 28, mp4a.end).find(({ type }) => type === 'esds');
  const config = esds && audioConfig(view, esds);
  if (!trak || !mdhd || config === undefined) return null;
  const elst = find(view, trak.start, trak.end, ['edts', 'elst']);
  const [objectType, rateIndex, channels] = [config >> 11, (config >> 7) & 15, (config >> 3) & 15];
  // ADTS can say neither a rate outside the table nor the types from 5 on (SBR, which doubles the rate).
  if (objectType < 1 || objectType > 4 || rateIndex > 12 || channels === 0) return null;
  return { timescale: view.getUint32(mdhd.start + (view.getUint8(mdhd.start) === 1 ? 20 : 12)), objectType, rateIndex, channels, primingTicks: elst ? firstEdit(view, elst) : 0 };
}

/** Takes a segment apart into its frames, in the order in which they sound. */
export function readAacFrames(segment: Uint8Array, track: AacTrack): readonly AacFrame[] {
  const view = viewOf(segment);
  return boxes(view, 0, view.byteLength).filter(({ type }) => type === 'moof').flatMap((moof) => {
    const traf = boxes(view, moof.start, moof.end).find(({ type }) => type === 'traf');
    return traf ? framesOf(segment, view, moof.start - 8, traf, track) : [];
  });
}

/** Writes frames as ADTS, which every browser decodes by itself (WebKit takes no fragmented MP4). */
export function toAdts(frames: readonly AacFrame[], track: AacTrack): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(frames.reduce((total, { data }) => total + data.length + 7, 0));
  let at = 0;
  for (const { data } of frames) {
    const length = data.length + 7;
    out.set([
      0xff, 0xf1, ((track.objectType - 1) << 6) | (track.rateIndex << 2) | (track.channels >> 2),
      ((track.channels & 3) << 6) | (length >> 11), (length >> 3) & 0xff, ((length & 7) << 5) | 0x1f, 0xfc,
    ], at);
    out.set(data, at + 7);
    at += length;
  }
  return out;
}

function framesOf(segment: Uint8Array, view: DataView, moofStart: number, traf: Box, track: AacTrack): readonly AacFrame[] {
  const inside = boxes(view, traf.start, traf.end);
  const [tfhd, tfdt] = ['tfhd', 'tfdt'].map((name) => inside.find(({ type }) => type === name));
  if (!tfhd || !tfdt) return [];
  const flags = view.getUint32(tfhd.start) & 0xffffff;
  let field = tfhd.start + 8 + (flags & 1 ? 8 : 0) + (flags & 2 ? 4 : 0);
  const usual = { duration: 1024, size: 0 };
  if (flags & 8) { usual.duration = view.getUint32(field); field += 4; }
  if (flags & 16) usual.size = view.getUint32(field);
  let ticks = (view.getUint8(tfdt.start) === 1 ? Number(view.getBigUint64(tfdt.start + 4)) : view.getUint32(tfdt.start + 4)) - track.primingTicks;
  const frames: AacFrame[] = [];
  for (const trun of inside.filter(({ type }) => type === 'trun')) {
    const has = view.getUint32(trun.start) & 0xffffff;
    let at = trun.start + 8;
    let data = moofStart + (has & 1 ? view.getInt32(at) : 0);
    at += (has & 1 ? 4 : 0) + (has & 4 ? 4 : 0);
    for (let count = view.getUint32(trun.start + 4); count > 0; count--) {
      const duration = has & 0x100 ? view.getUint32(at) : usual.duration;
      if (has & 0x100) at += 4;
      const size = has & 0x200 ? view.getUint32(at) : usual.size;
      at += (has & 0x200 ? 4 : 0) + (has & 0x400 ? 4 : 0) + (has & 0x800 ? 4 : 0);
      frames.push({ ticks, data: segment.subarray(data, data + size) });
      ticks += duration;
      data += size;
    }
  }
  return frames;
}

/** The first two bytes of the AudioSpecificConfig (ISO/IEC 14496-3), behind the descriptors of an `esds` box. */
function audioConfig(view: DataView, esds: Box): number | undefined {
  let at = esds.start + 4;
  while (at + 2 < esds.end) {
    const tag = view.getUint8(at++);
    while (view.getUint8(at++) & 0x80) { /* the length of a descriptor may take several bytes */ }
    if (tag === 5) return view.getUint16(at);
    if (tag === 3) at += 3;
    else if (tag === 4) at += 13;
    else return undefined;
  }
  return undefined;
}

function firstEdit(view: DataView, elst: Box): number {
  const wide = view.getUint8(elst.start) === 1;
  const time = wide ? Number(view.getBigInt64(elst.start + 16)) : view.getInt32(elst.start + 12);
  return Math.max(0, time);
}

function find(view: DataView, start: number, end: number, path: readonly string[]): Box | undefined {
  const [first, ...rest] = path;
  const box = boxes(view, start, end).find(({ type }) => type === first);
  return box && rest.length > 0 ? find(view, box.start, box.end, rest) : box;
}

/** The boxes that lie side by side between two places; `start` and `end` are those of their content. */
function boxes(view: DataView, start: number, end: number): readonly Box[] {
  const found: Box[] = [];
  for (let at = start; at + 8 <= end;) {
    const size = view.getUint32(at);
    if (size < 8) break;
    const type = String.fromCharCode(...[4, 5, 6, 7].map((i) => view.getUint8(at + i)));
    found.push({ type, start: at + 8, end: Math.min(end, at + size) });
    at += size;
  }
  return found;
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

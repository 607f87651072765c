import {
  bitRates, iframePlaylist, iframeRates, iframesOf, mediaPlaylist, segmentsOf, type FragmentIndex, type MediaSegment, type PlaylistPart,
} from '@openfloor/media';
import type { Rendition, RenditionKind } from '../recordings.domain.ts';

/** Wanted length of a segment, in seconds: short enough to start at once, long enough to keep playlists small. */
const SEGMENT_SECONDS = 4;

/** One file of a rendition with the part it belongs to. */
export interface RenditionFile {
  /** Blob key it is (or is going to be) kept under. */
  readonly key: string;
  readonly index: FragmentIndex;
  readonly bytes: number;
  readonly durationMs: number;
  /** Wall clock at the part's start, ms since 1970; null where the meeting has no date. */
  readonly wallClockMs: number | null;
}

/** A rendition with the texts of its playlists. */
export interface BuiltRendition {
  readonly rendition: Rendition;
  readonly playlist: string;
  readonly iframes: string | null;
}

export interface RenditionSpec {
  readonly kind: RenditionKind;
  readonly name: string;
  readonly folder: string;
  readonly copied: boolean;
  readonly gainBuiltIn: boolean;
  readonly framesPerSecond: number | null;
  /** Sets playlists of the same rendition apart when one is made anew (`.level`). */
  readonly revision?: string;
}

/** Segments of a file as its playlist lists them. */
export const segmentsOfFile = (index: FragmentIndex): MediaSegment[] => segmentsOf(index, { targetSeconds: SEGMENT_SECONDS });

/** Playlists and measures of one rendition over all parts. */
export function buildRendition(spec: RenditionSpec, files: readonly RenditionFile[], targetSeconds: number): BuiltRendition {
  const segments = files.map((file) => segmentsOfFile(file.index));
  const rates = bitRates(segments.flat(), targetSeconds);
  const name = `${spec.folder}/${spec.kind}-${spec.name}${spec.revision ?? ''}`;
  const picture = spec.kind === 'picture' || spec.kind === 'second-picture';
  const keyframes = picture ? files.map((file) => iframesOf(file.index)) : [];
  const iframes = picture ? iframeRates(keyframes.flat()) : null;
  const main = files.find((file) => file.index.fragments.count > 0) ?? files[0];
  return {
    playlist: mediaPlaylist({ parts: files.map((file, n) => partOf(file, segments[n] ?? [], n === files.length - 1)), targetDuration: targetSeconds }),
    iframes: picture ? iframePlaylist({ parts: files.map((file, n) => partOf(file, keyframes[n] ?? [], n === files.length - 1)) }) : null,
    rendition: {
      kind: spec.kind, name: spec.name, playlist: `${name}.m3u8`, iframes: picture ? `${name}.iframes.m3u8` : null,
      files: [...new Set(files.map((file) => file.key))],
      codec: main?.index.codec ?? '', width: main?.index.width ?? null, height: main?.index.height ?? null,
      framesPerSecond: spec.framesPerSecond, audioChannels: main?.index.channels ?? null,
      peakBits: rates.peak, averageBits: rates.average, iframePeakBits: iframes?.peak ?? null, iframeAverageBits: iframes?.average ?? null,
      bytes: files.reduce((sum, file) => sum + file.bytes, 0), durationMs: files.reduce((sum, file) => sum + file.durationMs, 0),
      copied: spec.copied, gainBuiltIn: spec.gainBuiltIn,
    },
  };
}

function partOf(file: RenditionFile, segments: readonly MediaSegment[], last: boolean): PlaylistPart {
  // Where another part follows, all renditions end together; at the very end a sound may go on a little longer.
  const real = segments.reduce((sum, { durationSeconds }) => sum + durationSeconds, 0);
  return {
    // Playlists lie beside their files, so a bare name is a whole address.
    uri: file.key.slice(file.key.lastIndexOf('/') + 1),
    init: file.index.init,
    segments,
    ...(file.wallClockMs !== null && { programDateTime: file.wallClockMs }),
    durationSeconds: last ? Math.max(real, file.durationMs / 1000) : file.durationMs / 1000,
  };
}

import type { Selectable } from 'kysely';
import type { Rendition } from './recordings.domain.ts';
import type { RecordingTables } from './recordings.tables.ts';

type Row = Omit<Selectable<RecordingTables['renditions']>, 'recording_id'>;

/** A rendition as its row. */
export function fromRendition(rendition: Rendition): Omit<Row, 'files'> & { files: string } {
  return {
    kind: rendition.kind, name: rendition.name, playlist: rendition.playlist, iframes: rendition.iframes, files: JSON.stringify(rendition.files),
    codec: rendition.codec, width: rendition.width, height: rendition.height, frames_per_second: rendition.framesPerSecond,
    audio_channels: rendition.audioChannels, peak_bits: rendition.peakBits, average_bits: rendition.averageBits,
    iframe_peak_bits: rendition.iframePeakBits, iframe_average_bits: rendition.iframeAverageBits, bytes: rendition.bytes, duration_ms: rendition.durationMs,
    copied: rendition.copied, gain_built_in: rendition.gainBuiltIn,
  };
}

/** A row as a rendition. */
export function toRendition(row: Row): Rendition {
  return {
    kind: row.kind, name: row.name, playlist: row.playlist, iframes: row.iframes, files: row.files,
    codec: row.codec, width: row.width, height: row.height, framesPerSecond: row.frames_per_second,
    audioChannels: row.audio_channels, peakBits: row.peak_bits, averageBits: row.average_bits,
    iframePeakBits: row.iframe_peak_bits, iframeAverageBits: row.iframe_average_bits, bytes: row.bytes, durationMs: row.duration_ms,
    copied: row.copied, gainBuiltIn: row.gain_built_in,
  };
}

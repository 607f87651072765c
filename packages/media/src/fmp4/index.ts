export type { ByteReader, ByteSpan } from './byte-reader.ports.ts';
export { patchEditList } from './edit-list.ts';
export { Fmp4Error, type Fmp4ErrorCode } from './fmp4-error.ts';
export {
  fragmentAt,
  fragmentsOf,
  presentationSeconds,
  type Fragment,
  type FragmentColumns,
  type FragmentIndex,
  type TrackInit,
  type Truncation,
} from './fragment-index.domain.ts';
export { indexFragments } from './index-fragments.ts';
export { editsOfTracks } from './source-edits.ts';
export { decodeIndex, encodeIndex, type EncodedIndex } from './index-codec.ts';
export { readSamples, type Sample } from './samples.ts';
export { sampleEntryOf } from './sample-entry.ts';

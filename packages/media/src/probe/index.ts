export { disguiseOf, HEAD_BYTES, isMp4Start, promisedBytes } from './first-bytes.ts';
export type { MediaFile, PictureTrack, SoundTrack } from './media-file.ts';
export { parseProbe } from './parse-probe.ts';
export { parsePackets, readPackets, type PacketReader, type PacketSample } from './packet-sample.ts';

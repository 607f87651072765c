export type { MediaFile, PictureTrack, SoundTrack } from './media-file.ts';
export { parseProbe } from './parse-probe.ts';
export { parsePackets, type PacketSample } from './packet-sample.ts';

/** Containers that recorders, conference tools and editors write; playlists and scripts that name other files are not among them. */
const FORMATS = 'matroska,webm,mov,mp4,m4a,3gp,3g2,mj2,mpegts,mpeg,mxf,wav,w64,rf64,aiff,flac,ogg,mp3,aac,avi,caf,flv';

/** Input options for files of strangers: local files only, known containers only. */
export const SAFE_INPUT: readonly string[] = ['-protocol_whitelist', 'file', '-format_whitelist', FORMATS];

/** Start of every ffmpeg command line: quiet, no questions, replaces what a killed run left. */
export const COMMON: readonly string[] = ['-hide_banner', '-nostdin', '-y', '-nostats'];

/** Output options that make the same bytes from the same input: no dates, no version strings, no tags of the source. */
const PLAIN: readonly string[] = ['-map_metadata', '-1', '-map_chapters', '-1', '-fflags', '+bitexact', '-flags', '+bitexact'];

/** One input with its place on the timeline. */
export interface FfmpegInput {
  readonly path: string;
  /** `-itsoffset`, seconds. */
  readonly shiftSeconds: number;
}

/** Input arguments. The `file:` prefix keeps a name such as `-i.mkv` or `http:x` from being read as anything but a file. */
export function inputArgs(inputs: readonly FfmpegInput[]): string[] {
  return inputs.flatMap(({ path, shiftSeconds }) => [
    ...SAFE_INPUT,
    ...(shiftSeconds === 0 ? [] : ['-itsoffset', String(shiftSeconds)]),
    '-i', `file:${path}`,
  ]);
}

/**
 * Muxer options for one fragmented MP4 file per track. What starts before zero (AAC priming, reordered frames) gets an
 * edit list, which players honour; what starts after zero keeps its time in the fragments, because Chromium ignores empty edits.
 */
export function fragmented(kind: 'picture' | 'sound', startsAfterZero = false): string[] {
  // frag_discont makes the first fragment say its time instead of 0.
  const moov = startsAfterZero ? '+empty_moov+frag_discont' : '+delay_moov';
  const cut = kind === 'picture' ? '+frag_keyframe' : '';
  return [
    ...PLAIN,
    ...(kind === 'sound' ? ['-frag_duration', '4000000'] : []),
    '-avoid_negative_ts', 'disabled', '-max_muxing_queue_size', '8192',
    '-f', 'mp4', '-movflags', `${moov}+default_base_moof+skip_trailer${cut}`,
  ];
}

import type Hls from 'hls.js';
import type { Events as HlsEvents } from 'hls.js';

/** Longer than appending takes, shorter than a viewer waits. */
const LATE_MS = 300;

/**
 * Frees sound that hls.js holds back for a picture which is there already. hls.js 1.7 appends a segment of sound only once
 * picture is buffered at the segment's beginning. A segment that begins a little before the buffered picture (their lengths
 * differ) then waits for picture that nobody will fetch: after a change of channel and a seek back, the meeting stands still
 * for ever.
 */
export function freeBlockedSound(hls: Pick<Hls, 'on' | 'trigger'>, Events: typeof HlsEvents): void {
  let picture: SourceBuffer | undefined;
  let waiting: { readonly sn: number | string; readonly timer: ReturnType<typeof setInterval> } | undefined;
  const forget = () => {
    clearInterval(waiting?.timer);
    waiting = undefined;
  };
  hls.on(Events.BUFFER_CREATED, (_event, { tracks }) => { picture = tracks.video?.buffer ?? picture; });
  hls.on(Events.BUFFER_APPENDING, (_event, { type, parent, frag }) => {
    if (type !== 'audio' || parent !== 'audio' || frag.sn === 'initSegment') return;
    forget();
    // Removing nothing from the sound takes away what blocks it, and that only.
    const free = () => { if (picture && beginsBefore(picture.buffered, frag)) hls.trigger(Events.BUFFER_FLUSHING, { type: 'audio', startOffset: Infinity, endOffset: Infinity }); };
    waiting = { sn: frag.sn, timer: setInterval(free, LATE_MS) };
  });
  hls.on(Events.FRAG_BUFFERED, (_event, { frag }) => { if (frag.type === 'audio' && frag.sn === waiting?.sn) forget(); });
  // A segment whose loading was given up is never buffered.
  hls.on(Events.AUDIO_TRACK_SWITCHING, forget);
  hls.on(Events.MANIFEST_LOADING, forget);
  hls.on(Events.MEDIA_DETACHING, forget);
  hls.on(Events.DESTROYING, forget);
}

/** A stretch of buffered picture begins inside the segment. */
const beginsBefore = (buffered: TimeRanges, { start, end }: { readonly start: number; readonly end: number }): boolean =>
  Array.from({ length: buffered.length }, (_, n) => buffered.start(n)).some((begin) => begin > start && begin < end);

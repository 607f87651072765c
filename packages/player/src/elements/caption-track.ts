import type { CaptionCue } from '../core/caption-text.ts';
import { OWN_TRACK } from '../engine/engine.ts';

/**
 * Hands captions to the browser while it shows the picture on a full screen of its own, as an iPhone does: nothing of the
 * page is seen there. The returned function is told what is known; it looks at it only then.
 */
export function captionsOnFullScreen(media: HTMLMediaElement, language: string, signal: AbortSignal): (known: readonly CaptionCue[]) => void {
  let track: TextTrack | null = null;
  let given: readonly CaptionCue[] = [];
  let full = false;
  const clear = (): void => {
    given = [];
    Array.from(track?.cues ?? []).forEach((cue) => track?.removeCue(cue)); // a copy: the list shrinks meanwhile
    if (track) track.mode = 'disabled';
  };
  media.addEventListener('webkitbeginfullscreen', () => { full = true; }, { signal });
  media.addEventListener('webkitendfullscreen', () => { full = false; clear(); }, { signal });
  signal.addEventListener('abort', clear, { once: true });
  return (known) => {
    if (!full || known === given) return;
    clear();
    track ??= media.addTextTrack('captions', OWN_TRACK, language);
    track.mode = 'showing';
    given = known;
    for (const { startMs, endMs, lines } of known) track.addCue(new VTTCue(startMs / 1000, endMs / 1000, lines.map(escaped).join('\n')));
  };
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => ESCAPES[sign] ?? sign);

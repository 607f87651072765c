import { Name, type Page } from '#web/index.ts';
import type { TurnView } from './meeting-view.ts';

/** Who says what follows: as the list of speakers has it, else as the text names him. */
export function SpeakerHeading({ page, turn, speaker }: { readonly page: Page; readonly turn: TurnView | null; readonly speaker: string | null }) {
  if (!turn) return speaker === null ? null : <h3><span class="turn-mark"></span><bdi>{speaker}</bdi></h3>;
  return (
    <h3><span class={`turn-mark speaker-${turn.colour}`}></span><span><Name text={turn.speaker.name} page={page} />{turn.capacity ? <span class="turn-capacity"><Name text={turn.capacity} page={page} /></span> : null}</span></h3>
  );
}

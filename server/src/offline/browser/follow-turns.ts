interface Timed {
  readonly startMs: number;
}

/** The last of these that has begun at a time; -1 before the first. They are in order. */
export const indexAt = (turns: readonly Timed[], timeMs: number): number => turns.findLastIndex(({ startMs }) => startMs <= timeMs);

/** Lets the list of interventions follow the sound, and go to where one begins. */
export function followTurns(audio: HTMLAudioElement, root: ParentNode): void {
  const links = [...root.querySelectorAll<HTMLAnchorElement>('a[data-start-ms], a[data-at-ms]')]
    .map((link) => ({ link, startMs: Number(link.dataset['startMs'] ?? link.dataset['atMs']) }));
  const turns = links.filter(({ link }) => link.closest('.turn'));
  let marked: Element | null = null;
  const mark = (): void => {
    const now = turns[indexAt(turns, audio.currentTime * 1000 + 1)]?.link.closest('li') ?? null;
    if (now === marked) return;
    marked?.removeAttribute('aria-current');
    now?.setAttribute('aria-current', 'true');
    marked = now;
  };
  audio.addEventListener('timeupdate', mark);
  audio.addEventListener('seeking', mark);
  for (const { link, startMs } of links) {
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      goTo(audio, startMs / 1000);
      void audio.play();
    });
  }
}

/** Goes to a second, also when nothing of the sound is known yet. */
export function goTo(audio: HTMLAudioElement, seconds: number): void {
  if (audio.readyState > 0) audio.currentTime = seconds;
  else {
    audio.addEventListener('loadedmetadata', () => { audio.currentTime = seconds; }, { once: true });
    audio.load();
  }
}

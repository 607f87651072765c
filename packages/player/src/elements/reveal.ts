/** Scrolls the list inside `part` to an item of it, never the page, and leaves it alone while somebody reads in it. */
export function revealIn(part: HTMLElement, item: HTMLElement): void {
  const list = part.querySelector<HTMLElement>('[data-scroll]');
  if (list && !list.matches(':hover, :focus-within')) bringIntoView(part, item);
}

/** Scrolls the list inside `part` to an item of it, never the page. */
export function bringIntoView(part: HTMLElement, item: HTMLElement): void {
  const list = part.querySelector<HTMLElement>('[data-scroll]');
  if (!list || list.scrollHeight <= list.clientHeight) return;
  const offset = item.getBoundingClientRect().top - list.getBoundingClientRect().top;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  list.scrollBy({ top: offset - list.clientHeight / 4, behavior: calm ? 'auto' : 'smooth' });
}

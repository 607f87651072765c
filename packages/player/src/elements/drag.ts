// A hand that presses is never quite still.
const STILL_PX = 4;

type Drawn = (dx: number, dy: number) => void;

/**
 * Lets a hand draw `handle`. `hold` is called when it takes hold, and what it gives back is told how far the hand has
 * drawn since, in pixels. `button`, on it, gets the focus, and isn't pressed by a hand that drew.
 */
export function drag(handle: HTMLElement, button: HTMLElement, hold: () => Drawn): void {
  let from: { readonly x: number; readonly y: number; readonly act: Drawn } | null = null;
  let drew = false;
  handle.addEventListener('pointerdown', (event) => {
    const pressed = event.target instanceof Element ? event.target.closest('button') : null;
    if (event.button !== 0 || (pressed !== null && pressed !== button)) return;
    event.stopPropagation();
    from = { x: event.clientX, y: event.clientY, act: hold() };
    drew = false;
    button.focus({ preventScroll: true });
  });
  handle.addEventListener('pointermove', ({ clientX, clientY, pointerId }) => {
    if (!from) return;
    const [dx, dy] = [clientX - from.x, clientY - from.y];
    if (!drew && Math.hypot(dx, dy) < STILL_PX) return;
    drew = true;
    // Not before it draws: a captured press would never reach the button.
    if (!handle.hasPointerCapture(pointerId)) handle.setPointerCapture(pointerId);
    from.act(dx, dy);
  });
  for (const type of ['pointerup', 'pointercancel'] as const) handle.addEventListener(type, () => { from = null; });
  button.addEventListener('click', (event) => {
    if (drew && event.detail > 0) event.stopImmediatePropagation(); // a key presses without a hand
    drew = false;
  }, { capture: true });
}

import type { Page } from 'playwright-core';

/** Where the focus stands, and how it is seen. */
export interface Stop {
  /** The control in words: its role, tag and what it is called. */
  readonly what: string;
  /** Its number among the page's controls, in the order of the document; -1 for anything else. */
  readonly control: number;
  /** An outline of at least 2 px that is not transparent: of the control, or of what stands for it. */
  readonly outlined: boolean;
  /** In the window, and not of size 0. */
  readonly inView: boolean;
}

/** Everything in a page that can be worked: each must be reached by Tab, or by arrows within its group. */
export function markControls(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
      .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.matches(':disabled, [type="hidden"]'));
    return all.map((one, n) => {
      one.dataset['control'] = String(n);
      // Of a group of choices one is reached by Tab, the others by arrow keys.
      if (one instanceof HTMLInputElement && one.type === 'radio') one.dataset['group'] = one.name;
      return `${one.tagName.toLowerCase()} ${(one.getAttribute('aria-label') ?? one.textContent).trim().replace(/\s+/g, ' ').slice(0, 50)}`;
    });
  });
}

/** Presses Tab until the focus has gone once around (or `most` times); tells each stop. */
export async function walk(page: Page, most = 400): Promise<readonly Stop[]> {
  const stops: Stop[] = [];
  for (let n = 0; n < most; n += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate((): Stop | null => {
      const at = document.activeElement;
      if (!(at instanceof HTMLElement) || at === document.body) return null;
      // A choice is a hidden box: its pill is outlined. A card is outlined for the link of its title.
      const shown = [at, at.closest('label'), at.closest('.card'), at.parentElement].find((one) => {
        if (!one) return false;
        const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(one);
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && !outlineColor.endsWith(', 0)');
      });
      const box = (at.closest('label') ?? at).getBoundingClientRect();
      return {
        what: `${at.tagName.toLowerCase()} ${(at.getAttribute('aria-label') ?? at.textContent).trim().replace(/\s+/g, ' ').slice(0, 50)}`,
        control: Number(at.dataset['control'] ?? -1), outlined: shown !== undefined,
        inView: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < window.innerHeight && box.right > 0 && box.left < window.innerWidth,
      };
    });
    // After the last control the focus leaves the page once, and comes back at its top.
    if (stop === null) continue;
    if (stops.length > 1 && stop.control >= 0 && stop.control === stops[0]?.control && stop.control !== stops.at(-1)?.control) break;
    stops.push(stop);
  }
  return stops;
}

import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What axe is asked: sets of rules by their tags, or single rules; all of them without either. */
export interface AxeQuestion {
  readonly tags?: readonly string[];
  readonly rules?: readonly string[];
}

/** What axe objects to on the page as it stands: the rule, and the elements it is about. */
export async function objectionsOf(page: Page, { tags, rules }: AxeQuestion = {}): Promise<readonly string[]> {
  // In the page itself: our pages hold no frames of other sites, for which axe would open a second page each time.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  if (tags) axe.withTags([...tags]);
  if (rules) axe.withRules([...rules]);
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

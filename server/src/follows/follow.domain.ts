import type { UiLanguage } from '#platform/i18n/index.ts';

/** A search that somebody is told of by e-mail when it finds something new. */
export interface Follow {
  readonly id: string;
  /** Opens the page on which it is confirmed or ended; stands in every mail of it. */
  readonly token: string;
  readonly address: string;
  readonly language: UiLanguage;
  /** The search as its address has it behind the `?`, in its one form. */
  readonly search: string;
  readonly askedAt: Date;
  /** Null until its reader has confirmed it. */
  readonly confirmedAt: Date | null;
  /** How many mails with news were sent. */
  readonly mails: number;
  readonly mailedAt: Date | null;
  /** How often in a row its address took no mail. */
  readonly refusals: number;
}

const HOUR_MS = 3_600_000;
const LONGEST_ADDRESS = 254;

/** Who has not confirmed by then is forgotten. */
export const CONFIRM_WITHIN_MS = 48 * HOUR_MS;
/** Within this time one address is written to so often about wishes to follow; its owner may not be who asks. */
export const ASKS = { most: 5, withinMs: 24 * HOUR_MS } as const;
/** More searches than this one address can't follow. */
export const MOST_FOLLOWS = 50;
/** An address that so often took no mail is forgotten. */
export const MOST_REFUSALS = 3;

/** How long things wait; in ms. */
export interface FollowTimes {
  /** From a publication until it is looked at: by then texts have come in. */
  readonly settle: number;
  /** Between two mails of one follow, at least. */
  readonly gap: number;
  /** Until a mail server that could not be reached is tried again. */
  readonly again: number;
}

export const USUAL_TIMES: FollowTimes = { settle: 5 * 60_000, gap: 24 * HOUR_MS, again: 15 * 60_000 };

/** The earliest delay in ms at which the next mail of a follow may go. */
export const waitForMail = ({ mailedAt }: Pick<Follow, 'mailedAt'>, now: Date, gapMs: number): number =>
  (mailedAt === null ? 0 : Math.max(0, mailedAt.getTime() + gapMs - now.getTime()));

// What a mailbox takes is for its server to say; this holds off slips of the finger and whatever could break a header.
const ADDRESS = /^[^\s@<>()[\]\\,;:"]+@(?=[^@]*\.)[^\s@<>()[\]\\,;:"]+$/u;

/** An e-mail address as it is kept; null for what is none. */
export function readAddress(text: string): string | null {
  const address = text.trim().normalize('NFC');
  if (address.length > LONGEST_ADDRESS || !ADDRESS.test(address) || /\p{C}/u.test(address)) return null;
  const at = address.lastIndexOf('@');
  const host = address.slice(at + 1).toLowerCase();
  if (host.split('.').some((label) => label === '' || label.startsWith('-') || label.endsWith('-'))) return null;
  return `${address.slice(0, at)}@${host}`;
}

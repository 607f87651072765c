import type { ChannelFinding, FindingNote } from './channel-report.ts';
import { notComparable } from './check-booth.ts';
import { carriedShare, rounded, type Evidence, type Subject } from './evidence.ts';
import { finding } from './finding.ts';

// A booth that passes the floor on carries nearly all of its own language; one that doesn't, next to nothing.
const CARRIES = 0.6;
const CARRIES_NOT = 0.2;

const cannot = (note: FindingNote): ChannelFinding => finding('swapped', { result: 'not-checkable', note });

type Carrier = { readonly subject: Subject; readonly share: number };

/**
 * Whether the channel carries another one's language, by who passes the floor on while its own language is spoken.
 * The value is the share of that time in which the other channel does, and this one doesn't.
 */
export function checkSwapped(subject: Subject, evidence: Evidence, booths: readonly Subject[]): ChannelFinding {
  const obstacle = notComparable(subject, evidence);
  if (obstacle === 'no-floor' || obstacle === 'floor-silent') return cannot(obstacle);
  if (!evidence.spoken) return cannot('no-turns');
  if (subject.language === null) return cannot('no-language');
  const others = booths.filter((booth) => booth.language !== null && booth.language !== subject.language);
  const carrier = carrierOf(subject, others, evidence);
  if (carrier) {
    const back = carrierOf(carrier.subject, [subject], evidence);
    return found(carrier, back ? 'fault' : 'warning');
  }
  const victim = others.find((other) => carrierOf(other, [subject], evidence));
  if (victim) {
    const share = shareOf(subject, victim.language, evidence) ?? 0;
    return found({ subject: victim, share }, 'warning');
  }
  const own = shareOf(subject, subject.language, evidence);
  if (own === null) return cannot('own-language-not-spoken');
  if (own < 0.5) return cannot(obstacle ?? 'own-language-not-heard');
  return finding('swapped', { result: 'ok', value: 0, unit: 'share' });
}

function found({ subject, share }: Carrier, result: 'fault' | 'warning'): ChannelFinding {
  return finding('swapped', {
    result,
    value: rounded(share),
    unit: 'share',
    other: subject.channel.key,
    note: result === 'warning' ? 'one-direction' : null,
  });
}

/** Which of the others carries the floor, in place of this channel, while this channel's language is spoken. */
function carrierOf(subject: Subject, others: readonly Subject[], evidence: Evidence): Carrier | null {
  const own = shareOf(subject, subject.language, evidence);
  if (own === null || own > CARRIES_NOT) return null;
  const carriers = others
    .map((other) => ({ subject: other, share: shareOf(other, subject.language, evidence) ?? 0 }))
    .filter((one) => one.share >= CARRIES && !carriesAll(one.subject, subject.language, evidence));
  return carriers.toSorted((a, b) => b.share - a.share)[0] ?? null;
}

/** A channel that carries the floor whatever is spoken is not swapped: that is the floor in a booth's channel. */
function carriesAll(subject: Subject, language: string | null, { spoken }: Evidence): boolean {
  const elsewhere = carriedShare(subject, (window) => spoken?.[window] !== null && spoken?.[window] !== language);
  return elsewhere !== null && elsewhere >= CARRIES / 2;
}

function shareOf(subject: Subject, language: string | null, { spoken }: Evidence): number | null {
  return carriedShare(subject, (window) => language !== null && spoken?.[window] === language);
}

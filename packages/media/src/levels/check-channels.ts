import type { ChannelCheckInput, ChannelFinding, ChannelReport, CheckedRole } from './channel-report.ts';
import { checkFloorInBooth } from './check-booth.ts';
import { checkDuplicates } from './check-duplicate.ts';
import { checkClipped, checkSilent } from './check-level.ts';
import { checkSwapped } from './check-swapped.ts';
import { checkTiming } from './check-timing.ts';
import { gather, type Evidence, type Subject } from './evidence.ts';

// The others carry the floor, or the floor and more, by their nature.
const BOOTH_ROLES: ReadonlySet<CheckedRole> = new Set(['interpretation', 'relay', 'machine-voice']);

/**
 * Checks the channels of a meeting for the mistakes that recordings of conferences come with: silent, clipped, twice
 * the same, the floor where an interpreter should be, two booths in each other's place, out of step with the floor.
 * Pure; about 1 s of one core for 7 channels of 3 hours. Reports come in the order of the channels.
 */
export function checkChannels(input: ChannelCheckInput): ChannelReport[] {
  const evidence = gather(input);
  const booths = evidence.subjects.filter((subject) => BOOTH_ROLES.has(subject.channel.role));
  // Booths carry a floor in part, rightly: it is never their twin.
  const duplicates = checkDuplicates(evidence.subjects.filter((subject) => subject.channel.role !== 'floor'), evidence);
  return evidence.subjects.map((subject) => {
    const findings: ChannelFinding[] = [checkSilent(subject, evidence), checkClipped(subject)];
    if (subject === evidence.floor) return { key: subject.channel.key, findings };
    const duplicate = duplicates.get(subject.channel.key);
    if (duplicate) findings.push(duplicate);
    if (booths.includes(subject)) findings.push(...boothFindings(subject, evidence, booths));
    return { key: subject.channel.key, findings: [...findings, ...checkTiming(subject, evidence)] };
  });
}

function boothFindings(subject: Subject, evidence: Evidence, booths: readonly Subject[]): ChannelFinding[] {
  const swapped = checkSwapped(subject, evidence, booths);
  // A swapped channel rightly carries the floor while the other's language is spoken: one mistake, not two.
  const really = swapped.result === 'fault' ? booths.find((booth) => booth.channel.key === swapped.other) : subject;
  return [checkFloorInBooth(subject, evidence, really?.language ?? null), swapped];
}

import type { LagSummary } from '#lag/index.ts';
import type { MeetingDetail } from '#meetings/index.ts';
import type { MediaChannel } from '#recordings/index.ts';
import { checkName, measured, noteWords, resultWords, type Telling } from '#recordings/pages/index.ts';
import { messages } from '#web/index.ts';

/** The command line speaks English, in the words of the English pages. */
const ENGLISH: Telling = { words: messages('en'), language: 'en' };
const SIGNS = { ok: '✓', warning: '!', fault: '✗', 'not-checkable': '?' } as const;

/** A channel with its loudness, how far it is behind the floor, and what each check found, one line each. */
export function channelLines(channel: MediaChannel, channels: MeetingDetail['channels'], lags: readonly LagSummary[]): string[] {
  const { language, role } = channels.find((one) => one.key === channel.key) ?? { language: '', role: '' };
  const level = channel.loudnessLufs === null
    ? 'silent or not measured'
    : `${channel.loudnessLufs.toFixed(1)} LUFS, true peak ${channel.truePeakDbtp?.toFixed(1) ?? '?'} dBTP, gain ${channel.levelledDb.toFixed(1)} dB`;
  const lag = lags.find((one) => one.channel === channel.key);
  return [`  ${channel.key.padEnd(8)} ${role}, ${language}: ${level}`, ...(lag ? [`    ${lagLine(lag)}`] : []), ...channel.checks.map((finding) => {
    const value = measured(finding, ENGLISH);
    const note = noteWords(finding.note, ENGLISH);
    const other = finding.other === null ? '' : ` (compared with ${finding.other})`;
    const said = `${resultWords(finding.result, ENGLISH).word}${value === null ? '' : `, ${value}`}${other}${note === null ? '' : `. ${note}`}`;
    return `    ${SIGNS[finding.result]} ${checkName(finding.check, ENGLISH)}: ${said}`;
  })];
}

/** How far a channel is behind the floor, in words. */
function lagLine({ usualMs, leastMs, mostMs, confidence, withWords }: LagSummary): string {
  if (usualMs === null || leastMs === null || mostMs === null) return 'carries the floor all the time';
  const seconds = (ms: number): string => (ms / 1000).toFixed(1);
  const by = withWords ? 'pauses and words' : 'pauses';
  return `${seconds(usualMs)} s behind the floor (${seconds(leastMs)} to ${seconds(mostMs)} s), by ${by}; ${Math.round(confidence * 100)} % sure to a second`;
}

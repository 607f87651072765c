import type { ChannelFinding } from './channel-report.ts';
import { rounded, type Evidence, type Subject } from './evidence.ts';
import { finding } from './finding.ts';
import { SILENT_BELOW_LUFS } from './gain.ts';
import { LEAST_VARIATION_DB, spread, stretch, windowCount, WINDOW, WINDOW_STEP } from './windows.ts';

// A channel that is heard for less than this share of the floor's time was hardly manned.
const HARDLY = 0.1;

// Measured on speech: 1 to 2 per mille of samples within 1 dB of full scale when it is 2 dB too loud, 26 to 40 at 8 dB,
// which anybody hears. A limiter reaches 1 per mille too, but leaves the true peak below 0.
const CLIPPED_AUDIBLY = 10;
const CLIPPED = 0.5;
// Codecs swing over by 0.6 dB where nothing was clipped.
const OVERSHOOT_DBTP = 1;

/** Whether anything at all is heard; the value is the share of the meeting in which it is. */
export function checkSilent(subject: Subject, evidence: Evidence): ChannelFinding {
  const { envelope } = subject.track;
  if (envelope.length === 0) return finding('silent', { result: 'not-checkable', note: 'not-measured' });
  const hops = envelope.reduce((sum, value) => sum + (value >= SILENT_BELOW_LUFS ? 1 : 0), 0);
  const value = { value: rounded(hops / evidence.hops), unit: 'share' } as const;
  // The sound of a sign language channel is nobody's loss.
  const worst = subject.channel.role === 'sign-language' ? 'warning' : 'fault';
  if (hops === 0) return finding('silent', { ...value, result: worst, note: 'no-sound' });
  if (isSteady(subject)) return finding('silent', { ...value, result: 'warning', note: 'steady-sound' });
  const { floor } = evidence;
  const hardly = floor !== null && floor !== subject && subject.activeS < HARDLY * floor.activeS;
  return finding('silent', hardly ? { ...value, result: 'warning', note: 'mostly-silent' } : { ...value, result: 'ok' });
}

/** A hum, a tone or hiss: it is loud enough, but nobody speaks. */
function isSteady({ track }: Subject): boolean {
  const values = new Float64Array(WINDOW);
  const count = windowCount(track.envelope.length);
  let looked = false;
  for (let window = 0; window < count; window += 1) {
    if (stretch(track, window * WINDOW_STEP, values) < track.activeLufs) continue;
    looked = true;
    if (spread(values).deviation >= LEAST_VARIATION_DB) return false;
  }
  return looked;
}

/** Whether the sound was cut off at full scale; the value is the part of samples there, per mille. */
export function checkClipped({ channel }: Subject): ChannelFinding {
  const { samples, atFullScale, truePeakDbtp } = channel;
  const value = samples > 0 ? { value: rounded((1000 * atFullScale) / samples), unit: 'per-mille' } as const : {};
  const perMille = samples > 0 ? (1000 * atFullScale) / samples : null;
  const peak = Number.isNaN(truePeakDbtp) ? null : truePeakDbtp;
  if (perMille === null && (peak === null || peak >= -1)) {
    return finding('clipped', { result: 'not-checkable', note: 'not-measured' });
  }
  const many = perMille ?? 0;
  if (many >= CLIPPED && peak !== null && peak < 0) return finding('clipped', { ...value, result: 'ok', note: 'limited' });
  if (many >= CLIPPED_AUDIBLY) return finding('clipped', { ...value, result: 'fault' });
  if (many >= CLIPPED) return finding('clipped', { ...value, result: 'warning' });
  if (peak !== null && peak > OVERSHOOT_DBTP) return finding('clipped', { ...value, result: 'warning', note: 'true-peak' });
  return finding('clipped', { ...value, result: 'ok' });
}

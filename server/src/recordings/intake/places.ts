import { lastSeconds, type PartPlan, type PartSources } from '@openfloor/media';
import { FOLDER_FILE } from '#meetings/index.ts';
import { AppError } from '#platform/errors/index.ts';

/** Refuses a channel that an offset puts wholly before the recording: nothing of it would be heard. Throws `folder_invalid`. */
export function refuseUnheard(part: PartSources, plan: PartPlan, names: readonly string[]): void {
  for (const { key, source: n, track: ordinal } of plan.sounds) {
    const source = part.sources[n];
    const track = source?.media.sounds[ordinal];
    if (!source || !track) continue;
    const endsAt = lastSeconds(source, track) - source.media.startSeconds + (plan.inputs[n]?.shiftSeconds ?? 0);
    if (endsAt > 0) continue;
    const name = names[n] ?? '';
    const because = source.offsetSeconds === 0 ? '' : `, because of its offset of ${source.offsetSeconds} s`;
    throw new AppError('folder_invalid', {
      file: source.offsetSeconds === 0 ? name : FOLDER_FILE,
      problem: `channel ${key} (audio track ${ordinal} of ${name}) ends before the recording begins${because}`,
    });
  }
}

/** Refuses a recording that offsets and starts stretch beyond what is allowed. Throws `folder_invalid`. */
export function refuseStretched(durationMs: number, hours: number): void {
  const whole = Math.round(durationMs / 3_600_000);
  if (durationMs > hours * 3_600_000) {
    throw new AppError('folder_invalid', { file: FOLDER_FILE, problem: `the recording would last ${whole} hours, and ${hours} is the most; look at its offsets and starts` });
  }
}

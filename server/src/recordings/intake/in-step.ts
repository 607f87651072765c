import { encodedInstead, type PicturePlan } from '@openfloor/media';
import type { RecordingPart } from '../recordings.domain.ts';

/**
 * A rendition runs through all parts, so they are made alike: a picture is copied only where every part can be copied in
 * the same size, a sound only where it can be in every part.
 */
export function inStep(parts: readonly RecordingPart[]): RecordingPart[] {
  const encoded = new Set(parts.flatMap(({ plan }) => plan.sounds.filter((sound) => sound.mode === 'encode').map((sound) => sound.key)));
  const picture = sharedPicture(parts);
  return parts.map((part) => ({
    ...part,
    plan: {
      ...part.plan,
      sounds: part.plan.sounds.map((sound) => (encoded.has(sound.key) ? { ...sound, mode: 'encode' as const } : sound)),
      picture: part.plan.picture && (picture === null ? part.plan.picture : { ...encodedInstead(part.plan.picture, 'size'), top: picture.top, lower: picture.lower }),
    },
  }));
}

/** The picture that all parts are encoded like; null when all can be copied alike (or there is but one). */
function sharedPicture(parts: readonly RecordingPart[]): PicturePlan | null {
  const pictures = parts.flatMap(({ plan }) => (plan.picture ? [plan.picture] : []));
  const [largest] = pictures.toSorted((a, b) => b.top.height - a.top.height);
  const alike = pictures.length === 1 || pictures.every((one) => one.mode === 'copy' && one.top.width === largest?.top.width && one.top.height === largest.top.height);
  if (!largest || alike) return null;
  return pictures.find((one) => one.mode === 'encode' && one.top.height === largest.top.height) ?? encodedInstead(largest, 'size');
}

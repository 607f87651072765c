import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measureClicks, measureFlashes } from '../../../../fixtures/measure/index.ts';
import { absurd, unusual, type OddMaker } from '../../../../fixtures/odd/index.ts';
import { openOddHouse, type OddHouse } from './odd-house.test-support.ts';

let house: OddHouse;
beforeAll(async () => { house = await openOddHouse(); });
afterAll(() => house[Symbol.asyncDispose]());

const TOLERANCE_MS = 20;
/** A frame at 25 frames a second: a flash is seen from the frame on in which it lies. */
const FRAME_MS = 40;
const CLICKS = [1000, 3000, 5000, 7000];

interface Row {
  readonly given: string;
  readonly name: string;
  readonly make: OddMaker;
  /** When clicks are heard in each channel, in ms of the meeting. */
  readonly heard: Readonly<Record<string, readonly number[]>>;
  /** When flashes are seen; null for sound alone. */
  readonly seen: readonly number[] | null;
  readonly durationMs?: number;
  readonly copied?: boolean;
  readonly size?: readonly [width: number, height: number];
}

const both = (times: readonly number[]) => ({ floor: times, fr: times });
const H264 = ['-c:v', 'libx264', '-preset', 'veryfast', '-g', '50'];

const ROWS: readonly Row[] = [
  { given: 'sample rates of 8, 11.025, 96 and 192 kHz', name: 'rates.mkv', make: unusual.oddRates, heard: { ...both(CLICKS), zh: CLICKS, ru: CLICKS }, seen: CLICKS },
  { given: 'a variable frame rate', name: 'vfr.mp4', make: unusual.variableFrames(H264), heard: both(CLICKS), seen: CLICKS, durationMs: 7880, copied: true },
  { given: 'a variable frame rate that has to be encoded', name: 'vfr.mkv', make: unusual.variableFrames(['-c:v', 'mpeg4', '-q:v', '6']), heard: both(CLICKS), seen: CLICKS, copied: false },
  { given: 'an edit list that hides the start', name: 'cut.mp4', make: unusual.cutAtStart, heard: both([1600, 3600, 5600]), seen: [1600, 3600, 5600], durationMs: 6600, copied: false },
  { given: 'an edit list that leaves out the middle', name: 'middle.mp4', make: unusual.stretches([[0, 2], [4, 8]]), heard: both([1000, 3000, 5000]), seen: [1000, 3000, 5000], durationMs: 6000, copied: false },
  { given: 'a track that begins half a second late', name: 'half.mkv', make: unusual.lateFrench(0.5), heard: both(CLICKS), seen: CLICKS },
  {
    given: 'a track that begins half a minute late', name: 'late.mkv', make: unusual.lateFrench(30, { durationSeconds: 36, clicks: { first: 1, every: 10 } }),
    heard: { floor: [1000, 11_000, 21_000, 31_000], fr: [31_000] }, seen: [1000, 11_000, 21_000, 31_000],
  },
  { given: 'no duration and no index', name: 'live.mkv', make: unusual.withoutDuration, heard: both(CLICKS), seen: CLICKS, durationMs: 8000, copied: true },
  { given: 'sound alone on a clock of its own', name: 'clock.mka', make: unusual.onTheClock, heard: both(CLICKS), seen: null, durationMs: 8000 },
  { given: 'a transport stream whose clock begins anew', name: 'clock.ts', make: unusual.clockBeginsAnew, heard: both(CLICKS), seen: CLICKS, copied: true },
  { given: 'a cover image before the picture', name: 'cover.mp4', make: unusual.coverFirst, heard: both(CLICKS), seen: CLICKS, copied: true, size: [320, 180] },
  { given: 'a header that claims sixty hours for tracks of 8 s', name: 'claim.mp4', make: absurd.claiming(60 * 3600), heard: both(CLICKS), seen: CLICKS, durationMs: 8000 },
  { given: 'slides', name: 'slides.mkv', make: unusual.slides, heard: both(CLICKS), seen: [], durationMs: 8000 },
  { given: 'pixels that are wider than high', name: 'pal.mkv', make: unusual.widePixels, heard: both(CLICKS), seen: CLICKS, size: [1024, 576] },
  { given: 'a picture of 8000 x 64', name: 'wide.mkv', make: absurd.widePicture, heard: both(CLICKS), seen: [], size: [1874, 14] },
];

/** A channel as people meet it: id, language, name where it has one, and what was guessed. */
async function channelsOf(meetingId: string): Promise<readonly string[]> {
  const { channels } = await house.meetings.get(house.operator, meetingId);
  return channels.map(({ key, role, language, label, provenance }) =>
    [key, role, language, label?.['en'] ?? label?.['und'], provenance?.note].filter((one) => one != null).join(' | '));
}

function expectTimes(found: readonly number[], wanted: readonly number[], tolerance: number, what: string): void {
  expect(found.map(Math.round), what).toHaveLength(wanted.length);
  wanted.forEach((at, n) => expect(Math.abs((found[n] ?? Number.NaN) - at), `${what}: wanted at ${at}, found at ${found[n]}`).toBeLessThanOrEqual(tolerance));
}

describe('unusual, and fine all the same', () => {
  it.each(ROWS)('$given is published, in step', async ({ name, make, heard, seen, durationMs, copied, size }) => {
    const path = house.workshop.at(name);
    await make(house.workshop, path);
    const channels = /\.(mp4|mka|ts)$/.test(name) ? { channels: ['floor:mul', 'fr'] } : {};
    const { media, renditions } = await house.publish({ path, file: { title: name, ...channels } });
    expect(media).toMatchObject({ state: 'complete', failure: null, hasPicture: seen !== null, ...(durationMs !== undefined && { durationMs }) });
    expect(media.channels.map(({ key }) => key)).toEqual(Object.keys(heard));
    expect(media.rungs.slice(0, 1)).toMatchObject(seen === null ? [] : [{ ...(copied !== undefined && { copied }), ...(size && { width: size[0], height: size[1] }) }]);
    const fileOf = (rendition: (typeof renditions)[number]) => house.blobs.localPath(rendition.files[0] ?? '');
    for (const rendition of renditions.filter(({ kind }) => kind === 'picture')) expectTimes(await measureFlashes(fileOf(rendition)), seen ?? [], FRAME_MS, `flashes of ${rendition.name}`);
    for (const rendition of renditions.filter(({ kind }) => kind !== 'picture')) {
      expectTimes(await measureClicks(fileOf(rendition)), heard[rendition.name] ?? [], TOLERANCE_MS, `${rendition.kind} of ${rendition.name}`);
    }
  });
});

describe('what the tags leave open', () => {
  const rows: readonly { readonly given: string; readonly name: string; readonly make: OddMaker; readonly channels: readonly string[]; readonly delayMs?: number }[] = [
    { given: 'two tracks of one language', name: 'two.mkv', make: unusual.twoOfOneLanguage, channels: ['floor | floor | mul', 'fr | interpretation | fr | Cabine A', 'fr-2 | interpretation | fr | Cabine B'] },
    {
      given: 'tracks without tags', name: 'untagged.mkv', make: unusual.untagged, channels: [
        'floor | floor | mul | untagged.mkv does not say what audio track 0 is; it is taken for the floor.',
        'track-1 | interpretation | und | Track 1 | untagged.mkv does not say the language of audio track 1.',
        'track-2 | interpretation | und | Track 2 | untagged.mkv does not say the language of audio track 2.'],
    },
    {
      // No header of such a file tells of the encoder's delay, so every player hears it.
      given: 'one track without a tag, beside a cover', name: 'talk.mp3', make: unusual.coveredMp3, delayMs: 23, channels: ['floor | floor | und | talk.mp3 does not say which language is spoken in its only audio track.'],
    },
  ];
  it.each(rows)('$given is published, with what was guessed', async ({ name, make, channels, delayMs = 0 }) => {
    const path = house.workshop.at(name);
    await make(house.workshop, path);
    const { meetingId, media, renditions } = await house.publish({ path, file: { title: name } });
    expect(media).toMatchObject({ state: 'complete', failure: null, hasPicture: name.endsWith('.mkv') });
    expect(await channelsOf(meetingId)).toEqual(channels);
    for (const rendition of renditions.filter(({ kind }) => kind === 'sound')) {
      expectTimes(await measureClicks(house.blobs.localPath(rendition.files[0] ?? '')), CLICKS.map((at) => at + delayMs), TOLERANCE_MS, rendition.name);
    }
  });
});

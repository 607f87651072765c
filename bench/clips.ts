import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { measureClicks } from '../fixtures/measure/index.ts';
import { makeTestMeeting, SEVEN_CHANNELS, type TestMeeting } from '../fixtures/meeting/index.ts';
import type { Bench } from './context.ts';
import { measureFfmpeg } from './measure/bare.ts';
import { median } from './measure/statistics.ts';
import type { Figure } from './report/figures.ts';
import { openApi, type RecordingAnswer } from './server/api.ts';
import { startServer } from './server/start.ts';

const SECONDS = 110;
const CLIP_SECONDS = 60;
/** Between two keyframes, so that the head of the picture has to be encoded. */
const FROM_MS = 41_300;
/** One frame of AAC at 48 kHz. */
const FRAME_MS = 1024 / 48;
const WORDED = ['fr', 'ar'];

/** Clips of a minute: how soon they can be taken away, and how exact they are. */
export const clips: Bench = {
  name: 'clips',
  about: `clips of ${CLIP_SECONDS} s from a meeting in seven channels, 1280x720`,
  async run(context) {
    const folder = await context.folder('clips');
    const data = join(folder, 'data');
    const truth = await makeMeeting(join(folder, 'in'));
    await using server = await startServer(data);
    const api = await openApi(data);
    const { recordingId, slug } = await api.submit({ path: join(folder, 'in') });
    const recording = await untilComplete(async () => api.recording(recordingId ?? ''));
    const local = (path: string | undefined): string => join(data, 'blobs', path ?? '');
    const picture = local(recording.rungs.toSorted((a, b) => b.height - a.height)[0]?.files[0]);

    const ours: number[] = [];
    const bare: number[] = [];
    const offsets: number[] = [];
    for (const { key, sound } of recording.channels) {
      const id = await keep(server.url, slug, key);
      const file = join(folder, `${key}.mp4`);
      ours.push(await take(`${server.url}/media/clips/${id}.mp4?captions=${WORDED.join(',')}`, file));
      bare.push((await measureFfmpeg(['-ss', String(FROM_MS / 1000), '-i', picture, '-ss', String(FROM_MS / 1000), '-i', local(sound[0]), '-t', String(CLIP_SECONDS), '-map', '0:v', '-map', '1:a', '-c', 'copy', '-movflags', '+faststart', 'bare.mp4'], folder)).wallSeconds);
      offsets.push(await furthest(file, truth));
    }
    const id = await keep(server.url, slug, 'fr');
    const burnt = await untilBurnt(server.url, id, join(folder, 'burnt.mp4'));
    await writeFile(join(folder, 'plain.ass'), ASS);
    const bareBurnt = await measureFfmpeg(['-ss', String(FROM_MS / 1000), '-i', picture, '-ss', String(FROM_MS / 1000), '-i', local(recording.channels[0]?.sound[0]), '-t', String(CLIP_SECONDS), '-map', '0:v', '-map', '1:a', '-vf', 'ass=plain.ass', '-c:v', 'libx264', '-preset', 'veryfast', '-crf', '21', '-c:a', 'copy', 'bare-burnt.mp4'], folder);
    return figures({ ours, bare, offsets, burnt, bareBurnt: bareBurnt.wallSeconds });
  },
};

function figures({ ours, bare, offsets, burnt, bareBurnt }: { readonly ours: readonly number[]; readonly bare: readonly number[]; readonly offsets: readonly number[]; readonly burnt: number; readonly bareBurnt: number }): Figure[] {
  const note = 'ffmpeg copies from the keyframe before: up to a whole distance of keyframes too early.';
  return [
    {
      what: 'captions of two languages beside: from asking to the last byte, the slowest channel', measured: Math.max(...ours), unit: 's', runs: ours,
      compared: { with: 'ffmpeg -ss -c copy, without captions', value: median(bare), runs: bare }, must: { of: 'value', most: 2 }, note,
    },
    { what: 'how far a click is from where it should be heard, the worst of all channels', measured: Math.max(...offsets), unit: 'ms', must: { of: 'value', most: FRAME_MS } },
    {
      what: 'captions of two languages in the picture: from asking to the last byte', measured: burnt, unit: 's',
      compared: { with: 'ffmpeg with the ass filter, encoding the same stretch', value: bareBurnt }, must: { of: 'value', most: CLIP_SECONDS },
    },
  ];
}

const ASS = `[Script Info]
ScriptType: v4.00+
[V4+ Styles]
Format: Name, Fontname, Fontsize, PrimaryColour, Alignment
Style: A,Noto Sans,18,&H00FFFFFF&,2
[Events]
Format: Layer, Start, End, Style, Text
${Array.from({ length: CLIP_SECONDS / 4 }, (_, n) => `Dialogue: 0,0:00:${String(n * 4).padStart(2, '0')}.00,0:00:${String(n * 4 + 3).padStart(2, '0')}.50,A,We support the reform of the police, number ${n}.`).join('\n')}
`;

async function makeMeeting(folder: string): Promise<TestMeeting> {
  await mkdir(folder, { recursive: true });
  const truth = await makeTestMeeting({
    file: join(folder, 'meeting.mkv'), durationSeconds: SECONDS, channels: SEVEN_CHANNELS, picture: { width: 1280, height: 720, kilobits: 1500, gopSeconds: 4 },
  });
  const clock = (seconds: number): string => `00:0${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}.000`;
  for (const key of WORDED) {
    const words = key === 'ar' ? 'نحن نؤيد إصلاح الشرطة' : 'Nous soutenons la réforme de la police';
    await writeFile(join(folder, `${key}.vtt`), `WEBVTT\n\n${Array.from({ length: SECONDS / 5 }, (_, n) => `${clock(n * 5)} --> ${clock(n * 5 + 4)}\n${words} ${n}.\n`).join('\n')}`);
  }
  await writeFile(join(folder, 'meeting.yaml'), [
    'schema: openfloor/meeting/1', 'slug: clips', 'title: { en: Clips }', 'recording:', '  picture: { file: meeting.mkv }', '  channels:',
    ...SEVEN_CHANNELS.map(({ id, language }, track) => `    - { id: ${id}, role: ${id === 'floor' ? 'floor' : 'interpretation'}, language: ${language}, file: meeting.mkv, track: ${track} }`),
    'words:', ...WORDED.map((key) => `  - { kind: captions, channel: ${key}, file: ${key}.vtt }`), '',
  ].join('\n'));
  return truth;
}

/** Nothing is measured while the work behind publication goes on. */
async function untilComplete(ask: () => Promise<RecordingAnswer>): Promise<RecordingAnswer> {
  for (;;) {
    const recording = await ask();
    if (recording.state === 'complete') return recording;
    if (recording.failure !== null) throw new Error(recording.failure);
    await setTimeout(500);
  }
}

async function keep(url: string, slug: string, channel: string): Promise<string> {
  // Nothing is written in most channels: there the stretch is just this one.
  const body = JSON.stringify({ channel, startMs: FROM_MS, endMs: FROM_MS + CLIP_SECONDS * 1000 });
  const answer = await fetch(`${url}/api/v1/meetings/${slug}/clips`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
  if (!answer.ok) throw new Error(`The clip could not be made: ${await answer.text()}`);
  return (await answer.json() as { id: string }).id;
}

/** Fetches a file; how many seconds that took. */
async function take(address: string, file: string): Promise<number> {
  const began = performance.now();
  const answer = await fetch(address);
  if (answer.status !== 200) throw new Error(`${address}: ${answer.status}`);
  const bytes = Buffer.from(await answer.arrayBuffer());
  const seconds = (performance.now() - began) / 1000;
  await writeFile(file, bytes);
  return seconds;
}

async function untilBurnt(url: string, id: string, file: string): Promise<number> {
  const began = performance.now();
  for (;;) {
    const answer = await fetch(`${url}/api/v1/clips/${id}/file?captions=${WORDED.join(',')}&burnt=1`);
    const { state, address, problem } = await answer.json() as { readonly state: string; readonly address: string | null; readonly problem: string | null };
    if (state === 'failed') throw new Error(`The clip with captions in it failed: ${String(problem)}`);
    if (address !== null) return (performance.now() - began) / 1000 + await take(url + address, file);
    await setTimeout(200);
  }
}

/** The largest distance between a click and where it should be; clips begin with the sentence around their beginning. */
async function furthest(file: string, truth: TestMeeting): Promise<number> {
  const heard = await measureClicks(file);
  const expected = truth.clicks.map((click) => click - FROM_MS);
  const starts = [0, FROM_MS - 40_000];
  const errors = starts.map((earlier) => Math.max(...heard.map((click) => Math.min(...expected.map((one) => Math.abs(one + earlier - click))))));
  if (heard.length < CLIP_SECONDS / 5 - 1) throw new Error(`${file} has ${heard.length} clicks`);
  return Math.min(...errors);
}

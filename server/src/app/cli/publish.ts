import { resolve } from 'node:path';
import type { MeetingDetail } from '#meetings/index.ts';
import { AppError, ERRORS, type ErrorCode } from '#platform/errors/index.ts';
import type { MeetingMedia } from '#recordings/index.ts';
import type { BroughtIn } from '#words/index.ts';
import { untilAligned } from './align.ts';
import { channelLines } from './channel-lines.ts';
import { openOperator, type Operator } from './operator.ts';
import type { Terminal } from './terminal.ts';

interface PublishOptions {
  readonly title?: string;
  readonly slug?: string;
  readonly titleLanguage?: string;
  readonly channels?: readonly string[];
  readonly starts?: string;
  readonly timezone?: string;
  readonly body?: string;
  readonly format?: string;
  readonly replace?: boolean;
  readonly wait?: boolean;
}

interface Accepted {
  readonly meetingId: string;
  readonly slug: string;
  readonly recordingId: string | null;
  readonly words: readonly BroughtIn[];
}

/** What people call the steps. */
const STEP_NAMES: Readonly<Record<string, string>> = {
  'package': 'making it watchable', 'stills': 'poster and storyboard', 'measure': 'measuring the channels', 'voices': 'voice renditions',
  'picture': 'sizes of the picture', 'keep-source': 'keeping the source',
};

/** `openfloor publish PATH`: ends as soon as the meeting can be watched, or with everything done (`--wait`). */
export async function publishCommand(terminal: Terminal, path: string, options: PublishOptions): Promise<void> {
  const operator = await openOperator();
  try {
    const accepted = await operator.call<Accepted>('POST', '/recordings', submission(path, options));
    const { recordingId } = accepted;
    tellWords(terminal, accepted);
    if (recordingId === null) {
      terminal.say(`The meeting is scheduled: ${operator.publicUrl}/meetings/${accepted.slug}`);
      terminal.emit({ event: 'scheduled', id: accepted.meetingId, slug: accepted.slug, url: `${operator.publicUrl}/meetings/${accepted.slug}` });
      return;
    }
    terminal.emit({ event: 'accepted', id: accepted.meetingId, recordingId, slug: accepted.slug });
    await reach(operator, terminal, recordingId, options.wait === true ? 'complete' : 'watchable');
    await published(operator, terminal, accepted);
    // A server that was started for this command alone takes its work to the end before it goes.
    if (!operator.stays) await reach(operator, { ...terminal, emit: () => undefined, progress: terminal.json ? () => undefined : (...told) => terminal.progress(...told) }, recordingId, 'complete');
    if (options.wait === true || !operator.stays) await untilAligned(operator, terminal, accepted.slug);
  } finally {
    await operator.close();
  }
}

function submission(path: string, { replace, wait: _wait, ...said }: PublishOptions): object {
  const known = ['title', 'slug', 'titleLanguage', 'channels', 'starts', 'timezone', 'body', 'format'] as const;
  const file = Object.fromEntries(known.flatMap((name) => (said[name] === undefined ? [] : [[name, said[name]]])));
  return { path: resolve(path), ...(replace === true && { replace }), ...(Object.keys(file).length > 0 && { file }) };
}

async function reach(operator: Operator, terminal: Terminal, recordingId: string, goal: 'watchable' | 'complete'): Promise<void> {
  const there = (state: unknown) => state === goal || state === 'complete';
  const listening = new AbortController();
  try {
    for await (const { event, data } of operator.follow(`/recordings/${recordingId}/events`, listening.signal)) {
      if (event === 'state' && data === null) throw new AppError('recording_not_found', { id: recordingId });
      if (event === 'failed' && data['state'] === 'packaging') throw failure(data);
      if (event === 'failed') terminal.say(`${STEP_NAMES[String(data['step'])] ?? ''}: ${String(data['failure'])}`);
      if (event === 'waiting') {
        terminal.say(`${String(data['failure'])} The work goes on by itself when that is mended.`);
        terminal.emit({ event: 'waiting', step: data['step'], message: data['failure'] });
      }
      if (event === 'progress' && typeof data['done'] === 'number') {
        terminal.progress(terminal.json ? String(data['step']) : (STEP_NAMES[String(data['step'])] ?? ''), data['done'], data['secondsLeft'] as number | null);
      }
      if (there(data['state'])) return;
    }
  } finally {
    listening.abort();
  }
}

function failure(data: Record<string, unknown>): AppError {
  const code = String(data['code']) in ERRORS ? String(data['code']) as ErrorCode : 'internal_error';
  return Object.assign(new AppError(code, {}), { message: String(data['failure']) });
}

/** What had to be guessed about the tracks of a file, so that it can be put right. */
function tellGuesses(terminal: Terminal, meeting: MeetingDetail): void {
  const guesses = meeting.channels.flatMap(({ key, provenance }) => (provenance?.note == null ? [] : [`  ${key}: ${provenance.note}`]));
  if (guesses.length > 0) terminal.say(`${guesses.join('\n')}\nPut it right with: openfloor publish FILE --slug ${meeting.slug} --channels ... --replace`);
}

/** What became of the files of words, where somebody should look. */
function tellWords(terminal: Terminal, { slug, words }: Accepted): void {
  for (const { file, kind, channel, language, damage, kept, final } of words) {
    terminal.emit({ event: 'words', file, kind, channel, language, damage, kept, final });
    const text = `${slug} ${channel} --kind ${kind} --in ${language}`;
    if (final) terminal.say(`${file}: the ${kind} of ${channel} are final and stay as they are. To take this file in: openfloor text status ${slug} ${channel} edited --kind ${kind} --in ${language}, then publish again.`);
    if (kept > 0) terminal.say(`${file}: ${kept} ${kept === 1 ? 'segment stays' : 'segments stay'} as people have set them. To see them: openfloor text show ${text}`);
    if (damage.length === 0) continue;
    terminal.say(`${file} was taken in, but not all of it was as it should be:`);
    for (const says of damage.slice(0, MOST_DAMAGE)) terminal.say(`  ${says}`);
    if (damage.length > MOST_DAMAGE) terminal.say(`  and ${damage.length - MOST_DAMAGE} more`);
    terminal.say(`Nothing of it is lost. To see how it came out: openfloor text show ${text}. Put it right there (openfloor text correct), or correct the file and publish again.`);
  }
}

const MOST_DAMAGE = 20;

/** What the checks of the channels found, where somebody should look or listen. */
function tellFindings(terminal: Terminal, meeting: MeetingDetail, media: MeetingMedia): void {
  const found = media.channels.filter(({ checks }) => checks.some(({ result }) => result === 'warning' || result === 'fault'));
  if (found.length === 0) return terminal.say(`The checks of its channels found nothing wrong where they could tell. All of it: openfloor show ${meeting.slug}`);
  terminal.say('The checks found something in:');
  for (const channel of found) terminal.say(channelLines(channel, meeting.channels, []).join('\n'));
}

async function published(operator: Operator, terminal: Terminal, { meetingId, slug }: Accepted): Promise<void> {
  const meeting = await operator.call<MeetingDetail & { readonly media: MeetingMedia | null }>('GET', `/meetings/${encodeURIComponent(slug)}`);
  const url = `${operator.publicUrl}/meetings/${encodeURIComponent(slug)}`;
  terminal.say(`Published: ${url}`);
  tellGuesses(terminal, meeting);
  if (meeting.media?.state === 'complete') tellFindings(terminal, meeting, meeting.media);
  terminal.emit({
    event: 'published', id: meetingId, slug, url, hls: `${operator.publicUrl}/media/${meetingId}/master.m3u8`,
    channels: meeting.channels.map(({ key, role, language }) => ({ id: key, role, language })),
  });
}

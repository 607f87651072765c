import { createHash } from 'node:crypto';
import { readMeetings, type JudgedMeeting, type JudgedMoment } from '../../../fixtures/judged/index.ts';
import type { MeetingMoments, MomentText } from '../../../server/src/search/index.ts';

// As long as a thought takes; where it stands in its meeting tells which one it is.
const LENGTH_MS = 30_000;

/** The judged meetings as an index takes them, and which judged moment a hit is. */
export interface JudgedMoments {
  readonly meetings: readonly MeetingMoments[];
  /** Id of the judged moment; undefined for what isn't of the judged set. */
  readonly idOf: (hit: { readonly meetingId: string; readonly startMs: number }) => string | undefined;
}

/** Makes judged meetings ready for the index: those that the judged queries ask for, unless others are given. The same title gives the same id. */
export function judgedMoments(judged: readonly JudgedMeeting[] = readMeetings()): JudgedMoments {
  const ids = new Map(judged.flatMap((meeting) => meeting.moments.map(({ id }, n) => [`${meetingIdOf(meeting)} ${n * LENGTH_MS}`, id] as const)));
  return { meetings: judged.map(toIndex), idOf: ({ meetingId, startMs }) => ids.get(`${meetingId} ${startMs}`) };
}

function toIndex(meeting: JudgedMeeting): MeetingMoments {
  return {
    meetingId: meetingIdOf(meeting), day: meeting.date, bodies: [meeting.body], series: null, topics: [], symbols: [],
    moments: meeting.moments.map((moment, n) => ({
      startMs: n * LENGTH_MS, endMs: (n + 1) * LENGTH_MS, turn: n, texts: textsOf(moment, n * LENGTH_MS),
      speaker: { slug: slugOf(moment.speaker), name: { [moment.floor]: moment.speaker } }, capacity: { [moment.floor]: moment.capacity }, spoken: moment.floor, agenda: null, topics: [],
    })),
  };
}

const textsOf = ({ words }: JudgedMoment, startMs: number): MomentText[] =>
  Object.entries(words).map(([language, text]) => ({ channel: language, kind: 'transcript', language, text, places: [{ from: 0, startMs }] }));

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
const slugOf = (name: string): string => `speaker-${digest(name).slice(0, 8)}`;

/** A UUID (version 8, RFC 9562) made of the title. */
function meetingIdOf({ title }: JudgedMeeting): string {
  const hex = digest(title);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

import { axisTicks, formatClock, formatTime, shareOf } from '@openfloor/player';
import { at, sayCount } from '#web/index.ts';
import { findInText } from './find-in-text.ts';
import { keptPart } from './kept-part.ts';
import { browseWords } from './locales/index.ts';
import type { MeetingView } from './meeting-view.ts';
import type { Reading } from './reading.ts';

/** More are found by the script alone: without it each is a stop of the Tab key. */
const MOST_HITS = 50;

const percent = (ms: number, durationMs: number): string => `${(shareOf(ms, durationMs) * 100).toFixed(3)}%`;

/**
 * One lane with a block per turn and a tick per agenda item, drawn by the server: it prints, and needs no script to be
 * seen. Time runs left to right in every language.
 */
export function Timeline({ view, reading }: { readonly view: MeetingView; readonly reading: Reading | null }) {
  if (view.durationMs <= 0 || !view.playable) return null;
  return (
    <openfloor-timeline class="timeline" dir="ltr">
      <Hits view={view} reading={reading} />
      {keptPart(view.meeting, `timeline ${view.page.language} ${view.durationMs}`, () => lane(view))}
    </openfloor-timeline>
  );
}

/** Where what is looked for is said: marks over the lane, each a link to its moment. The script finds more in it, and leaves one stop of the Tab key. */
function Hits({ view, reading }: { readonly view: MeetingView; readonly reading: Reading | null }) {
  if (!reading) return null;
  const { page, meeting, durationMs } = view;
  const places = reading.query === '' ? [] : reading.columns.flatMap(({ text }) => findInText(text, reading.query, MOST_HITS).places);
  const label = sayCount(browseWords(page.language).reading.found, places.length, page.language);
  return (
    <svg class="hit-marks" data-hits width="100%" height="24" role="group" aria-label={label} hidden={places.length === 0}>
      {places.slice(0, MOST_HITS).map(({ startMs, sentences }) => {
        const query = new URLSearchParams({ t: formatTime(startMs), ch: reading.own.channel.key, find: reading.find }).toString();
        const name = `${formatClock(startMs)} ${sentences.flatMap(({ pieces }) => pieces.map(({ text }) => text)).join('')}`;
        return <a href={`${at(page, `meetings/${meeting.slug}`)}?${query}`} aria-label={name}><title>{name}</title><rect x={percent(startMs, durationMs)} width="6" height="100%" rx="2" /></a>;
      })}
    </svg>
  );
}

function lane({ page, durationMs, turns, meeting }: MeetingView) {
  const ticks = meeting.agenda.flatMap(({ startMs }) => (startMs === null || startMs <= 0 ? [] : [startMs]));
  return (
    <>
      <div class="lane" data-lane role="img" aria-label={page.words.meeting.timeline}>
        <svg width="100%" height="100%" aria-hidden="true">
          {turns.map((turn) => (
            <rect class={`speaker-${turn.colour}`} x={percent(turn.startMs, durationMs)} y="30%" height="70%"
              width={percent(Math.max(0, turn.endMs - turn.startMs), durationMs)} />
          ))}
          {ticks.map((ms) => <line class="tick" x1={percent(ms, durationMs)} x2={percent(ms, durationMs)} y1="0" y2="100%" />)}
        </svg>
      </div>
      <svg class="axis" width="100%" height="20" aria-hidden="true">
        {axisTicks(durationMs, 6).map((ms) => (
          <text x={percent(ms, durationMs)} y="14" text-anchor={ms === 0 ? 'start' : 'middle'}>{formatClock(ms)}</text>
        ))}
        <text x="100%" y="14" text-anchor="end">{formatClock(durationMs)}</text>
      </svg>
    </>
  );
}

import { axisTicks, formatClock, shareOf } from '@openfloor/player';
import { keptPart } from './kept-part.ts';
import type { MeetingView } from './meeting-view.ts';

const percent = (ms: number, durationMs: number): string => `${(shareOf(ms, durationMs) * 100).toFixed(3)}%`;

/**
 * One lane with a block per turn and a tick per agenda item, drawn by the server: it prints, and needs no script to be
 * seen. Time runs left to right in every language.
 */
export function Timeline({ view }: { readonly view: MeetingView }) {
  if (view.durationMs <= 0 || !view.playable) return null;
  return keptPart(view.meeting, `timeline ${view.page.language} ${view.durationMs}`, () => timeline(view));
}

function timeline({ page, durationMs, turns, meeting }: MeetingView) {
  const ticks = meeting.agenda.flatMap(({ startMs }) => (startMs === null || startMs <= 0 ? [] : [startMs]));
  return (
    <openfloor-timeline class="timeline" dir="ltr">
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
    </openfloor-timeline>
  );
}

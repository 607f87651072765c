import { formatClock } from '../core/time-address.ts';
import { shareOf, timeAt } from '../core/timeline.ts';
import type { PlayerState } from '../core/player-core.ts';
import { fill, type PlayerMessages } from '../locales/index.ts';
import { PlayerPart } from './base.ts';
import { make } from './make.ts';
import type { PlayerElement } from './player-element.ts';
import { createPreview } from './timeline-preview.ts';

const STEP_MS = 10_000;
const PAGE_MS = 60_000;

/** `<openfloor-timeline>`: makes the server's lane of speakers (`[data-lane]`) a slider with a preview under the pointer. */
export class TimelineElement extends PlayerPart {
  protected attach(player: PlayerElement, messages: PlayerMessages, signal: AbortSignal): void {
    const lane = this.querySelector<HTMLElement>('[data-lane]');
    const { durationMs } = player.core.data;
    if (!lane || durationMs <= 0) return;
    const head = make('span', { class: 'playhead', part: 'playhead' });
    const preview = createPreview(player.core.data, signal);
    lane.append(head);
    this.append(preview.element);
    for (const [name, value] of Object.entries({
      role: 'slider', tabindex: '0', 'aria-label': messages.timeline, 'aria-valuemin': '0', 'aria-valuemax': String(Math.round(durationMs / 1000)),
    })) lane.setAttribute(name, value);

    const show = ({ timeMs, turn }: PlayerState): void => {
      head.style.insetInlineStart = `${shareOf(timeMs, durationMs) * 100}%`; // the lane is left to right in every page
      lane.setAttribute('aria-valuenow', String(Math.floor(timeMs / 1000)));
      const time = formatClock(timeMs);
      lane.setAttribute('aria-valuetext', turn ? fill(messages.timeSpeaker, { time, speaker: turn.name }) : time);
    };
    show(player.core.state);
    signal.addEventListener('abort', player.core.subscribe(show), { once: true });
    signal.addEventListener('abort', () => { head.remove(); preview.element.remove(); }, { once: true });
    followPointer(lane, player, preview, signal);
    lane.addEventListener('keydown', (event) => {
      const to = keyTarget(event.key, player.core.state.timeMs, durationMs);
      if (to === null || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      player.seek(to);
      const { timeMs } = player.core.state;
      preview.show(timeMs, player.core.turnAt(timeMs), lane); // whoever goes by keys sees where, as by hand
    }, { signal });
    lane.addEventListener('blur', () => preview.hide(), { signal });
  }
}

function followPointer(lane: HTMLElement, player: PlayerElement, preview: ReturnType<typeof createPreview>, signal: AbortSignal): void {
  const { core } = player;
  const timeOf = (event: PointerEvent): number => {
    const box = lane.getBoundingClientRect();
    return timeAt(event.clientX - box.left, box.width, core.data.durationMs);
  };
  const on = (type: 'pointermove' | 'pointerdown' | 'pointerleave' | 'pointercancel', act: (event: PointerEvent) => void): void =>
    lane.addEventListener(type, act, { signal });
  on('pointermove', (event) => {
    const ms = timeOf(event);
    preview.show(ms, core.turnAt(ms), lane);
    if (lane.hasPointerCapture(event.pointerId)) player.seek(ms);
  });
  on('pointerdown', (event) => {
    if (event.button !== 0) return;
    lane.setPointerCapture(event.pointerId);
    player.seek(timeOf(event));
  });
  on('pointerleave', () => preview.hide());
  on('pointercancel', () => preview.hide());
}

/** Where a key of a slider goes, in ms; time runs left to right, so the arrows don't mirror. */
function keyTarget(key: string, now: number, durationMs: number): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: now - STEP_MS, ArrowDown: now - STEP_MS, ArrowRight: now + STEP_MS, ArrowUp: now + STEP_MS,
    PageDown: now - PAGE_MS, PageUp: now + PAGE_MS, Home: 0, End: durationMs - 1000,
  };
  return steps[key] ?? null;
}

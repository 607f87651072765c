import type { MeetingDetail } from '#meetings/index.ts';
import { xml, type Xml } from '#platform/xml/index.ts';
import { clockAt } from '../scope.domain.ts';

/** The times that a text refers to, each once; the first is the beginning of the meeting. */
export class TeiTimeline {
  readonly #name: string;
  readonly #times = new Set<number>();

  /** `name` is that of the text. */
  constructor(name: string) {
    this.#name = name;
  }

  /** What refers to a time (ms of the meeting). */
  at(ms: number): string {
    this.#times.add(ms);
    return `#${this.#name}.t${ms}`;
  }

  /** The timeline itself, once everything has been written that refers to it. */
  markup(meeting: Pick<MeetingDetail, 'starts'>): Xml {
    const start = clockAt(meeting, 0);
    const origin = `${this.#name}.start`;
    return xml`
<timeline unit="ms" origin="${`#${origin}`}">
<when xml:id="${origin}"${start === null ? null : xml` absolute="${start}"`}/>${[...this.#times].sort((a, b) => a - b).map((ms) => xml`
<when xml:id="${`${this.#name}.t${ms}`}" interval="${ms}" since="${`#${origin}`}"/>`)}
</timeline>`;
  }
}

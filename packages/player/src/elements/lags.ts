import type { PlayerChannel } from '../core/player-data.ts';
import { FLOOR_LAG, sentenceStep, type LagOverTime } from '../core/sentence-step.ts';

/** How far the channels of a meeting are behind the floor, asked of the server when somebody wants to know. */
export class Lags {
  readonly #address: string | undefined;
  readonly #curves = new Map<string, Promise<LagOverTime>>();
  #known: Promise<ReadonlySet<string>> | null = null;

  /** @param address of the API's list of lags; none where the meeting has nothing to be behind of. */
  constructor(address: string | undefined) {
    this.#address = address;
  }

  /** Keys of the channels whose lag is known; none where the server can't be asked. */
  known(): Promise<ReadonlySet<string>> {
    this.#known ??= ask(this.#address).then((answer) => new Set(listOf(answer, 'channels').map(({ channel }) => String(channel))));
    return this.#known;
  }

  /** Gets the lag of a channel ready. */
  prepare(channel: PlayerChannel): Promise<LagOverTime> {
    if (channel.role === 'floor') return Promise.resolve(FLOOR_LAG);
    let curve = this.#curves.get(channel.key);
    if (!curve) {
      curve = this.known().then(async (known) => (known.has(channel.key) ? pointsOf(await ask(`${this.#address ?? ''}/${encodeURIComponent(channel.key)}`)) : []));
      this.#curves.set(channel.key, curve);
    }
    return curve;
  }

  /** How much later `to` says what `from` says at a time, in ms; 0 where that isn't known. */
  async step(from: PlayerChannel, to: PlayerChannel, timeMs: number): Promise<number> {
    const [here, there] = await Promise.all([this.prepare(from), this.prepare(to)]);
    return sentenceStep(here, there, timeMs);
  }
}

/** What the server answers; null where it doesn't: the sentence is a comfort, not what one came for. */
async function ask(address: string | undefined): Promise<unknown> {
  if (address === undefined) return null;
  return fetch(new URL(address, document.baseURI)).then((answer) => (answer.ok ? answer.json() as Promise<unknown> : null), () => null);
}

const pointsOf = (answer: unknown): LagOverTime => listOf(answer, 'points').map(({ floorMs, lagMs }) => ({ floorMs: Number(floorMs), lagMs: Number(lagMs) }));

function listOf(answer: unknown, name: string): readonly Readonly<Record<string, unknown>>[] {
  const list: unknown = typeof answer === 'object' && answer !== null ? (answer as Readonly<Record<string, unknown>>)[name] : null;
  return Array.isArray(list) ? (list as readonly Readonly<Record<string, unknown>>[]) : [];
}

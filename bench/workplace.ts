import type { TestMeeting } from '../fixtures/meeting/index.ts';
import type { Options } from './options.ts';

/** Where measurements are made, and of what. */
export interface Workplace {
  readonly options: Options;
  /** Tells people how it goes. */
  say(line: string): void;
  /** An empty folder of its own, removed at the end. */
  folder(name: string): Promise<string>;
  /** The long meeting, made or from the cache. */
  meeting(): Promise<TestMeeting>;
}

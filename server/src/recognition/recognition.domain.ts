import { AppError } from '#platform/errors/index.ts';

/** The states of a channel's recognition; what was stopped, failed or is done can be asked for anew. */
const TRANSITIONS = {
  waiting: { begin: 'running', fail: 'failed', stop: 'stopped' },
  running: { begin: 'running', end: 'done', fail: 'failed', stop: 'stopped' },
  done: { ask: 'waiting' },
  failed: { ask: 'waiting' },
  stopped: { ask: 'waiting' },
} as const satisfies Record<string, Record<string, string>>;

export type RecognitionState = keyof typeof TRANSITIONS;
export type RecognitionStep = 'ask' | 'begin' | 'end' | 'fail' | 'stop';

/** Returns the next state; null when the step is not allowed from here. */
export function nextState(state: RecognitionState, step: RecognitionStep): RecognitionState | null {
  return (TRANSITIONS[state] as Partial<Record<RecognitionStep, RecognitionState>>)[step] ?? null;
}

/** The recognition of one channel of a meeting. */
export interface Recognition {
  readonly id: string;
  readonly meetingId: string;
  /** Whose sound it is; another recording is recognised from its beginning. */
  readonly recordingId: string;
  /** Key of the channel. */
  readonly channel: string;
  /** BCP 47; `mul` for several. */
  readonly language: string;
  readonly state: RecognitionState;
  /** Name of the model that was asked for; null leaves it to the language. */
  readonly wantedModel: string | null;
  /** Goes on when the text reads as another language. */
  readonly anyLanguage: boolean;
  /** With its version; null until it has begun. */
  readonly engine: string | null;
  readonly model: string | null;
  /** How many names and terms the model was told to expect. */
  readonly hints: number;
  /** Everything before it is recognised, ms. */
  readonly positionMs: number;
  readonly durationMs: number;
  /** Why it failed; one sentence. */
  readonly failure: string | null;
}

/** How the channels of a meeting were asked for. */
export interface Wish {
  /** Key of a channel; left out, it is every channel that a model can do. */
  readonly channel?: string | undefined;
  /** Name of a model; left out, the best for the language. */
  readonly model?: string | undefined;
  readonly anyLanguage?: boolean | undefined;
  /** From the beginning, also when it was done before. */
  readonly again?: boolean | undefined;
}

/** Names a language for the sentences of errors. */
export const languageWord = (tag: string): string => new Intl.DisplayNames('en', { type: 'language', fallback: 'code' }).of(tag) ?? tag;

/** The text reads as another language than the channel's. */
export const wrongLanguage = (channel: string, language: string, found: string): AppError => new AppError('recognition_language', {
  channel, problem: `what was heard reads as ${languageWord(found)}, and not as ${languageWord(language)}`,
  remedy: 'Put the language of the channel right; or recognise it with --any-language if it is right.',
});

/** How far the work on a recording has come. */
export interface Progress {
  readonly step: string;
  /** 0 to 100, of this step. */
  readonly percent: number;
  readonly secondsLeft: number | null;
}

/** What a page is told about its recording while the work on it goes on. */
export interface UpdateListener {
  progress?(progress: Progress): void;
  /** A step has added something: `picture` and `voices` are in the playlist from now on. */
  renditions?(step: string): void;
  /** What the recording is now: `processing`, `watchable`, `complete`, or `failed` when it is gone. */
  state?(state: string): void;
}

/** Listens to a recording's server-sent events until the returned function is called, or until nothing more will come. */
export function listen(url: string, listener: UpdateListener): () => void {
  const source = new EventSource(url);
  const told = (state: string | null): void => {
    if (state === null) return;
    if (state === 'complete' || state === 'failed') source.close();
    listener.state?.(state);
  };
  const on = (type: string, act: (data: Facts) => void): void => source.addEventListener(type, (event) => act(readFacts(event.data)));
  on('progress', (data) => {
    const progress = readProgress(data);
    if (progress) listener.progress?.(progress);
  });
  on('renditions', (data) => {
    if (typeof data['step'] === 'string') listener.renditions?.(data['step']);
    told(readState(data));
  });
  on('state', (data) => told(readState(data)));
  // Before it could be watched, a failure takes the recording away; afterwards it only goes without what would have come.
  on('failed', (data) => told(data['state'] === 'packaging' ? 'failed' : readState(data)));
  return () => source.close();
}

/** The data of one event. */
export type Facts = Readonly<Record<string, unknown>>;

/** Reads an event's data; what is no JSON object holds no facts. */
export function readFacts(data: unknown): Facts {
  try {
    const value: unknown = JSON.parse(String(data));
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

/** The progress an event tells of; `null` when it tells of none. */
export function readProgress(data: Facts): Progress | null {
  const { step, done, secondsLeft } = data;
  if (typeof step !== 'string' || typeof done !== 'number') return null;
  return { step, percent: Math.round(Math.min(1, Math.max(0, done)) * 100), secondsLeft: typeof secondsLeft === 'number' ? secondsLeft : null };
}

/** The state an event tells of, in the words of the pages; `null` when it tells of none. */
export function readState(data: Facts): string | null {
  const { state } = data;
  if (typeof state !== 'string') return null;
  return state === 'packaging' ? 'processing' : state;
}

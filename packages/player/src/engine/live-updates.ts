/** How far the work on a recording has come. */
export interface Progress {
  readonly step: string;
  /** 0 to 100, over all the work. */
  readonly percent: number;
  readonly secondsLeft: number | null;
}

/** What a page is told about its recording while the work on it goes on. */
export interface UpdateListener {
  progress?(progress: Progress): void;
  /** More is listed in the playlist: a rung of the picture, a channel. */
  renditions?(): void;
  /** The recording has become watchable, complete or failed. */
  state?(state: string): void;
}

/** Listens to a recording's server-sent events (`progress`, `renditions`, `state`) until the returned function is called. */
export function listen(url: string, listener: UpdateListener): () => void {
  const source = new EventSource(url);
  source.addEventListener('progress', (event) => {
    const progress = asProgress(parse(event));
    if (progress) listener.progress?.(progress);
  });
  source.addEventListener('renditions', () => listener.renditions?.());
  source.addEventListener('state', (event) => {
    const { state } = parse(event);
    if (typeof state !== 'string') return;
    if (state === 'complete' || state === 'failed') source.close();
    listener.state?.(state);
  });
  return () => source.close();
}

function parse(event: MessageEvent<unknown>): Readonly<Record<string, unknown>> {
  try {
    const data: unknown = JSON.parse(String(event.data));
    return typeof data === 'object' && data !== null ? { ...data } : {};
  } catch {
    return {};
  }
}

function asProgress(data: Readonly<Record<string, unknown>>): Progress | null {
  const { step, percent, secondsLeft } = data;
  if (typeof step !== 'string' || typeof percent !== 'number') return null;
  return { step, percent, secondsLeft: typeof secondsLeft === 'number' ? secondsLeft : null };
}

// The parts of a service worker's surroundings that we use: TypeScript's DOM library describes pages only.

/** An event whose work the browser waits for before it ends the worker. */
export interface LifeEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

/** A page or a file that a page asks for. */
export interface AskEvent extends LifeEvent {
  readonly request: Request;
  /** The answer that the browser began to fetch while the worker started; `undefined` for what is no page. */
  readonly preloadResponse: Promise<Response | undefined>;
  respondWith(answer: Promise<Response>): void;
}

/** `self` of a service worker. */
export interface WorkerScope {
  readonly location: Location;
  readonly clients: {
    claim(): Promise<void>;
    matchAll(options: { readonly type: 'window'; readonly includeUncontrolled: boolean }): Promise<readonly { readonly url: string }[]>;
  };
  readonly registration: ServiceWorkerRegistration;
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: LifeEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: AskEvent) => void): void;
}

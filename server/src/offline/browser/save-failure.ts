/** Why something could not be saved, in a form that has its own sentence for people. */
export type Reason = 'full' | 'busy' | 'failed';

/** Saving came to an end that its user has to hear of. */
export class SaveFailure extends Error {
  readonly reason: Reason;
  /** With `full`: what is needed and what is free, in bytes. */
  readonly room: { readonly needs: number; readonly free: number } | null;

  constructor(reason: Reason, options: { readonly room?: { readonly needs: number; readonly free: number }; readonly cause?: unknown } = {}) {
    super(reason, { cause: options.cause });
    this.reason = reason;
    this.room = options.room ?? null;
  }
}

/** Throws `full` when this site may not keep so many bytes more. */
export async function needRoom(needs: number): Promise<void> {
  const { quota, usage } = await navigator.storage.estimate();
  const free = Math.max(0, (quota ?? Number.POSITIVE_INFINITY) - (usage ?? 0));
  if (needs > free) throw new SaveFailure('full', { room: { needs, free } });
}

/** What went wrong while writing, as a failure of ours: a full device says so by the name of its error. */
export async function failureOf(cause: unknown, needs: number): Promise<SaveFailure> {
  if (cause instanceof SaveFailure) return cause;
  if (!(cause instanceof DOMException) || cause.name !== 'QuotaExceededError') return new SaveFailure('failed', { cause });
  const { quota = 0, usage = 0 } = await navigator.storage.estimate();
  return new SaveFailure('full', { cause, room: { needs, free: Math.max(0, Math.min(quota - usage, needs - 1)) } });
}

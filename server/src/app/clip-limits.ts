import { rateLimit } from '#platform/http/index.ts';

/** How often one reader may have clips kept, and files of them made. */
export type ClipLimits = ReturnType<typeof createClipLimits>;

/** Far below what reading may: each takes room, or a processor. No limit where the operator sets none. */
export function createClipLimits(perMinute: number) {
  const limited = perMinute > 0;
  return {
    limitKeeping: rateLimit({ perMinute: limited ? 20 : 0, burst: 20 }),
    limitMaking: rateLimit({ perMinute: limited ? 30 : 0, burst: 30 }),
  };
}

import { describe, expect, it } from 'vitest';
import { AppError } from '#platform/errors/index.ts';
import type { Claim } from './claims.repo.ts';
import { judge, pauseAfter } from './judge.ts';

const claim = (attempt: number, note: Claim['note'] = {}): Claim => ({ runId: '', jobId: '', job: '', dedupeKey: '', payload: {}, attempt, note });

describe('judge', () => {
  it('tries an unexpected error again until the attempts are used up, saying nothing of the inside', () => {
    expect(judge(new Error('secret path'), claim(1), 2)).toEqual({ to: 'again', note: { code: 'internal_error', message: 'Something went wrong inside Openfloor.' }, pauseMs: 1000, counted: true });
    expect(judge(new Error('secret path'), claim(2), 2)).toMatchObject({ to: 'failed' });
  });

  it('waits longer each time for what is outside, up to 20 s, and counts nothing', () => {
    const error = new AppError('database_away');
    expect(judge(error, claim(9), 1)).toMatchObject({ to: 'again', counted: false, pauseMs: 5000, note: { holds: 1 } });
    expect(judge(error, claim(9, { holds: 8 }), 1)).toMatchObject({ pauseMs: 20_000, note: { holds: 9 } });
  });

  it('gives up at once on what stays as it is, and remembers crashes', () => {
    expect(judge(new AppError('folder_invalid', { file: 'meeting.yaml', problem: 'it is empty' }), claim(1, { crashes: 2 }), 5)).toMatchObject({ to: 'failed', note: { code: 'folder_invalid', crashes: 2 } });
  });
});

describe('pauseAfter', () => {
  it('doubles to a minute', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 20].map(pauseAfter)).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]);
  });
});

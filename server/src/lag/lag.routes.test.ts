import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { publicActor } from '#access/index.ts';
import type { MeetingDetail } from '#meetings/index.ts';
import { AppError } from '#platform/errors/index.ts';
import { machineErrors } from '#platform/http/index.ts';
import { silentLog } from '#platform/log/index.ts';
import { summaryOf, type ChannelLag } from './lag.domain.ts';
import { lagRoutes } from './lag.routes.ts';

const LAG: ChannelLag = {
  channel: 'fr', withWords: true, version: 3, measuredAt: new Date('2026-11-24T15:00:00Z'),
  points: [{ floorMs: 3000, lagMs: 2200, confidence: 0.99, basis: 'turn' }, { floorMs: 9000, lagMs: 1800, confidence: 0.8, basis: 'words' }],
};

const app = new Hono().onError(machineErrors(silentLog)).route('/', lagRoutes({
  actorOf: publicActor,
  meetings: {
    async get(_actor, slug) {
      if (slug !== 'council') throw new AppError('meeting_not_found', { id: slug });
      return { id: 'm', slug } as unknown as MeetingDetail;
    },
  },
  lags: { of: async () => [summaryOf(LAG)], forChannel: async (_meeting, channel) => (channel === 'fr' ? LAG : null) },
}));

describe('the lag of a meeting', () => {
  it('is told in short for all channels, and over the whole meeting for one', async () => {
    expect(await (await app.request('/meetings/council/lag')).json()).toEqual({ channels: [{ ...summaryOf(LAG) }] });
    expect(await (await app.request('/meetings/council/lag/fr')).json()).toEqual({ ...LAG, measuredAt: '2026-11-24T15:00:00.000Z' });
  });

  it.each(['/meetings/council/lag/ru', '/meetings/secret/lag', '/meetings/secret/lag/fr'])('%s: 404', async (path) => {
    expect((await app.request(path)).status).toBe(404);
  });
});

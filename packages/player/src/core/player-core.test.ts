import { describe, it, expect } from 'vitest';
import { PlayerCore, type PlayerState } from './player-core.ts';
import { readPlayerData, type PlayerData } from './player-data.ts';

const channel = (key: string, role = 'interpretation') => ({ key, role, language: role === 'floor' ? 'mul' : key, name: key, gainDb: 0 });
const turn = (id: string, startMs: number, endMs: number) => ({ id, startMs, endMs, name: id, capacity: null, colour: 1 });
const data: PlayerData = {
  meeting: 'sample', uiLanguage: 'ar', hls: '/media/1/main.m3u8', hasPicture: true, durationMs: 90_000, startMs: 0,
  storyboard: null, events: null,
  channels: [channel('fr'), channel('floor', 'floor'), channel('ar')],
  turns: [turn('second', 40_000, 80_000), turn('first', 5_000, 40_000)],
};

describe('PlayerCore', () => {
  it('opens with the channel and the turn of where it begins', () => {
    expect(new PlayerCore(data).state).toMatchObject({ phase: 'idle', channel: { key: 'ar' }, turn: null });
    expect(new PlayerCore({ ...data, startMs: 41_000 }, { asked: 'fr' }).state).toMatchObject({ channel: { key: 'fr' }, turn: { id: 'second' } });
  });

  it('tells of a change once, and of no change never', () => {
    const core = new PlayerCore(data);
    const seen: PlayerState[] = [];
    const stop = core.subscribe((now) => seen.push(now));
    core.report({ timeMs: 6_000, phase: 'playing' });
    core.report({ timeMs: 6_000, phase: 'playing' });
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({ timeMs: 6_000, phase: 'playing', turn: { id: 'first' } });
    stop();
    core.report({ timeMs: 7_000 });
    expect(seen).toHaveLength(1);
  });

  it('chooses what there is and refuses what there is not', () => {
    const core = new PlayerCore(data);
    expect(core.choose('fr')).toBe(true);
    expect(core.choose('ru')).toBe(false);
    expect(core.state.channel?.key).toBe('fr');
  });

  it('goes round the bar, the floor being its beginning', () => {
    const core = new PlayerCore(data);
    expect([core.neighbour(1)?.key, core.neighbour(-1)?.key]).toEqual(['floor', 'fr']);
  });

  it('steps from speaker to speaker', () => {
    const core = new PlayerCore(data);
    expect([core.speakerStep(1), core.speakerStep(-1)]).toEqual([5_000, null]);
    core.report({ timeMs: 60_000 });
    expect([core.speakerStep(1), core.speakerStep(-1)]).toEqual([null, 40_000]);
  });
});

describe('the second picture', () => {
  const secondPicture = { hls: '/media/1/second.m3u8', width: 640, height: 360, channel: 'sign' };
  const signed: PlayerData = { ...data, secondPicture };

  it('is wanted when its channel is asked for or it was shown last', () => {
    expect(new PlayerCore(signed).state.second).toBe(false);
    expect(new PlayerCore(signed, { second: true }).state.second).toBe(true);
    expect(new PlayerCore(signed, { asked: 'SIGN' }).state).toMatchObject({ second: true, channel: { key: 'ar' } });
  });

  it('is shown and hidden, but only where there is one', () => {
    const core = new PlayerCore(signed);
    expect([core.wantSecond(true), core.state.second]).toEqual([true, true]);
    const without = new PlayerCore(data, { asked: 'sign', second: true });
    expect([without.wantSecond(true), without.state.second]).toEqual([false, false]);
  });
});

describe('readPlayerData', () => {
  it('reads what the page carries', () => expect(readPlayerData(JSON.stringify(data)).meeting).toBe('sample'));
  it.each([null, '', 'null', '{}', '[]', '{"meeting":"x"}'])('refuses %j in one sentence', (json) => {
    expect(() => readPlayerData(json)).toThrow(json === '' ? 'JSON' : 'openfloor-player needs');
  });
});

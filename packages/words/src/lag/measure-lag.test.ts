import { describe, expect, it } from 'vitest';
import { judgeLag, lagQuestion, makeLagMeeting, type JudgedLag, type LagMeetingOptions } from '../../../../fixtures/lag/index.ts';
import { lagAt, type LagCurve } from './lag-curve.ts';
import { measureLag, type LagQuestion } from './measure-lag.ts';

// Other seeds than those by which the constants were found.
const CALM: LagMeetingOptions = { seed: 'held out', minutes: 30, language: 'fr', lag: [500, 6000], restless: 250, gaps: [1200, 3500] };

const at = (values: readonly number[], share: number): number => values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN;

const measured = (question: LagQuestion) => measureLag(question, async () => undefined);

const offs = (all: readonly JudgedLag[]): number[] => all.map(({ offMs }) => offMs);
const rightShare = (all: readonly JudgedLag[]): number => all.filter(({ offMs }) => offMs <= 1000).length / all.length;

describe('the lag of an interpretation', () => {
  it('is found where turns begin, by pauses alone', async () => {
    const meeting = makeLagMeeting(CALM);
    const { starts } = judgeLag(meeting, await measured(lagQuestion(meeting, 'fr', 'none')), 'fr');
    expect(starts.length).toBeGreaterThan(40);
    expect(at(offs(starts), 0.5)).toBeLessThanOrEqual(300);
    expect(rightShare(starts)).toBeGreaterThanOrEqual(0.95);
  });

  it('is found by a list of speakers that was noted late and has no ends, and by long silences alone', async () => {
    const meeting = makeLagMeeting(CALM);
    const asked = lagQuestion(meeting, 'fr', 'none');
    const late = meeting.turns.map(({ startMs, language }, n) => ({ startMs: startMs + (n % 4) * 350, endMs: meeting.turns[n + 1]?.startMs ?? meeting.durationMs, language }));
    for (const turns of [late, []]) {
      const { starts } = judgeLag(meeting, await measured({ ...asked, turns }), 'fr');
      expect(at(offs(starts), 0.5)).toBeLessThanOrEqual(300);
      expect(rightShare(starts)).toBeGreaterThanOrEqual(0.93);
    }
  });

  it.each(['fr', 'ru', 'ar', 'zh'] as const)('is found inside turns by the words of %s and the floor', async (language) => {
    const meeting = makeLagMeeting({ ...CALM, language });
    const { starts, inside } = judgeLag(meeting, await measured(lagQuestion(meeting, language, 'words')), language);
    expect(at(offs(starts), 0.5)).toBeLessThanOrEqual(300);
    expect(rightShare(starts)).toBeGreaterThanOrEqual(0.95);
    expect(at(offs(inside), 0.5)).toBeLessThanOrEqual(1000);
  });

  it('comes with a confidence that is as often right as it says', async () => {
    const all: JudgedLag[] = [];
    for (const language of ['fr', 'ru', 'ar', 'zh', 'es'] as const) {
      const meeting = makeLagMeeting({ ...CALM, language });
      for (const known of ['words', 'none'] as const) all.push(...judgeLag(meeting, await measured(lagQuestion(meeting, language, known)), language).inside);
    }
    for (const [from, to] of [[0.5, 0.7], [0.7, 0.8], [0.8, 0.9], [0.9, 1.01]] as const) {
      const own = all.filter(({ confidence }) => confidence >= from && confidence < to);
      const said = own.reduce((sum, { confidence }) => sum + confidence, 0) / own.length;
      expect(own.length).toBeGreaterThan(20);
      expect(Math.abs(rightShare(own) - said), `${from} to ${to}: ${own.length}`).toBeLessThan(0.12);
    }
  });

  it('says so where it rests on nothing', async () => {
    const meeting = makeLagMeeting(CALM);
    const unlisted = await measured({ ...lagQuestion(meeting, 'fr', 'none'), turns: [] });
    const listed = await measured(lagQuestion(meeting, 'fr', 'none'));
    const mean = (curve: LagCurve) => curve.reduce((sum, { confidence }) => sum + confidence, 0) / curve.length;
    expect(mean(unlisted)).toBeLessThan(mean(listed));
    const found = judgeLag(meeting, unlisted, 'fr').starts;
    expect(rightShare(found.filter(({ confidence }) => confidence >= 0.9))).toBeGreaterThanOrEqual(0.9);
  });

  it('is 0 where the channel carries the floor', async () => {
    const meeting = makeLagMeeting(CALM);
    const curve = await measured(lagQuestion(meeting, 'fr', 'none'));
    const own = meeting.turns.filter(({ language }) => language === 'fr');
    expect(own.length).toBeGreaterThan(2);
    for (const { startMs, endMs } of own) expect(lagAt(curve, (startMs + endMs) / 2)).toMatchObject({ lagMs: 0, confidence: 0.97 });
  });

  it('is doubted while the booth is away', async () => {
    const meeting = makeLagMeeting(CALM);
    const asked = lagQuestion(meeting, 'fr', 'none');
    const away = { startMs: 600_000, endMs: 700_000 };
    const speech = asked.channel.speech.filter(({ startMs, endMs }) => endMs < away.startMs || startMs > away.endMs);
    const curve = await measured({ ...asked, channel: { speech } });
    expect(lagAt(curve, 650_000)?.confidence).toBeLessThan(0.25);
    expect(curve.filter(({ floorMs }) => floorMs < 550_000).some(({ confidence }) => confidence > 0.9)).toBe(true);
  });

  it('has no points without speech, and stays in the order of time', async () => {
    const meeting = makeLagMeeting({ ...CALM, minutes: 10 });
    const asked = lagQuestion(meeting, 'fr', 'words');
    expect(await measured({ ...asked, channel: { speech: [] } })).toEqual([]);
    expect(await measured({ ...asked, floor: { speech: [] } })).toEqual([]);
    const curve = await measured(asked);
    curve.slice(1).forEach(({ floorMs, lagMs }, n) => {
      expect(floorMs).toBeGreaterThanOrEqual(curve[n]!.floorMs);
      expect(floorMs + lagMs).toBeGreaterThanOrEqual(curve[n]!.floorMs + curve[n]!.lagMs);
    });
  });
});

import { describe, expect, it } from 'vitest';
import type { ChannelCheck, ChannelCheckInput, ChannelFinding, ChannelLevels } from './channel-report.ts';
import { checkChannels } from './check-channels.ts';
import { channelOf, makeMeeting, measured, type Line } from './test-speech.ts';

const LANGUAGES = ['ar', 'zh', 'en', 'fr', 'ru', 'es'];
const meeting = makeMeeting({ seed: 21, seconds: 1500, languages: LANGUAGES });
const floor = channelOf('floor', measured(meeting.floor));
const power = (key: string): Float32Array => meeting.booths.get(key) ?? meeting.floor;
const booth = (key: string, line: Line = {}, source = key): ChannelLevels =>
  channelOf(key, measured(power(source), { gainDb: -3, noiseLufs: -58, ...line }));
const good = LANGUAGES.map((key) => booth(key));

type Changes = Partial<Omit<ChannelCheckInput, 'channels'>>;

/** The findings of the meeting in which some channels are replaced. */
function check(replaced: readonly ChannelLevels[] = [], changes: Changes = {}) {
  const channels = [floor, ...good.map((one) => replaced.find((other) => other.key === one.key) ?? one)];
  const reports = checkChannels({ channels, floorKey: 'floor', turns: meeting.turns, floorLanguages: LANGUAGES, ...changes });
  return (key: string, name: ChannelCheck): ChannelFinding | undefined =>
    reports.find((report) => report.key === key)?.findings.find((one) => one.check === name);
}

/** Keys with a fault or a warning of this kind. */
const alarms = (found: ReturnType<typeof check>, name: ChannelCheck): string[] =>
  ['floor', ...LANGUAGES].filter((key) => ['fault', 'warning'].includes(found(key, name)?.result ?? ''));

describe('checkChannels', () => {
  it('finds nothing wrong in a good meeting, and says what it measured', () => {
    const found = check();
    for (const name of ['silent', 'clipped', 'duplicate', 'floor-in-booth', 'swapped', 'offset'] as const) {
      for (const key of LANGUAGES) expect({ key, ...found(key, name) }).toMatchObject({ result: 'ok' });
      expect(alarms(found, name)).toEqual([]);
    }
    expect(alarms(found, 'drift')).toEqual([]);
    expect(found('floor', 'offset')).toBeUndefined();
  });

  it('finds the floor in a booth by the turns', () => {
    const found = check([{ ...channelOf('fr', measured(meeting.floor, { gainDb: -8 })) }]);
    expect(found('fr', 'floor-in-booth')).toMatchObject({ result: 'fault', note: 'nearly-throughout', unit: 'share' });
    expect(alarms(found, 'floor-in-booth')).toEqual(['fr']);
    expect(alarms(found, 'swapped')).toEqual([]);
    expect(alarms(found, 'duplicate')).toEqual([]);
  });

  it('finds a booth that was left on the floor for a while', () => {
    const mixed = power('fr').map((value, step) => (step > 30_000 && step < 50_000 ? (meeting.floor[step] ?? 0) : value));
    const found = check([channelOf('fr', measured(mixed))]);
    expect(found('fr', 'floor-in-booth')).toMatchObject({ result: 'warning', note: 'partly' });
    expect(found('fr', 'floor-in-booth')?.value).toBeCloseTo(0.13, 1);
  });

  it('without turns, judges only a channel that always or never carries the floor', () => {
    const always = check([channelOf('fr', measured(meeting.floor))], { turns: null });
    expect(always('fr', 'floor-in-booth')).toMatchObject({ result: 'fault', note: 'nearly-throughout', value: 1 });
    expect(always('en', 'floor-in-booth')).toMatchObject({ result: 'not-checkable', note: 'no-turns' });
    expect(always('en', 'swapped')).toMatchObject({ result: 'not-checkable', note: 'no-turns' });
    const own = check([channelOf('fr', measured(meeting.floor))], { turns: null, floorLanguages: ['fr-CA'] });
    expect(own('fr', 'floor-in-booth')).toMatchObject({ result: 'ok' });
    expect(own('en', 'floor-in-booth')).toMatchObject({ result: 'warning' });
  });

  it('finds a swapped pair by what each carries, and nothing else for it', () => {
    const found = check([booth('fr', {}, 'es'), booth('es', {}, 'fr')]);
    expect(found('fr', 'swapped')).toMatchObject({ result: 'fault', other: 'es', unit: 'share', note: null });
    expect(found('es', 'swapped')).toMatchObject({ result: 'fault', other: 'fr' });
    expect(alarms(found, 'swapped')).toEqual(['fr', 'es']);
    expect(alarms(found, 'floor-in-booth')).toEqual([]);
  });

  it('warns where only one direction of a swap can be seen', () => {
    const turns = meeting.turns.filter((turn) => turn.language !== 'es');
    const found = check([booth('fr', {}, 'es'), booth('es', {}, 'fr')], { turns });
    expect(found('fr', 'swapped')).toMatchObject({ result: 'warning', other: 'es', note: 'one-direction' });
    expect(found('es', 'swapped')).toMatchObject({ result: 'warning', other: 'fr', note: 'one-direction' });
  });

  it("can't tell a swap where booths don't pass the floor on", () => {
    const turnAt = (step: number) => meeting.turns.find((turn) => turn.startMs <= step * 10 && turn.endMs >= step * 10);
    const own = power('fr').map((value, step) => (turnAt(step)?.language === 'fr' ? 0 : value));
    const found = check([channelOf('fr', measured(own))]);
    expect(found('fr', 'swapped')).toMatchObject({ result: 'not-checkable', note: 'own-language-not-heard' });
    expect(found('fr', 'offset')).toMatchObject({ result: 'not-checkable', note: 'floor-not-heard', value: null });
    expect(found('fr', 'drift')).toMatchObject({ result: 'not-checkable', note: 'floor-not-heard' });
    expect(found('fr', 'floor-in-booth')).toMatchObject({ result: 'ok' });
  });

  it('finds the same booth twice, at whatever gain', () => {
    const found = check([booth('ru', { gainDb: -11, delayMs: 240 }, 'ar')]);
    expect(found('ru', 'duplicate')).toMatchObject({ result: 'fault', other: 'ar', unit: 'share' });
    expect(found('ar', 'duplicate')).toMatchObject({ result: 'fault', other: 'ru' });
    expect(alarms(found, 'duplicate')).toEqual(['ar', 'ru']);
  });

  it('only warns when two channels of one language are the same', () => {
    const found = check([{ ...booth('ru', {}, 'ar'), language: 'ar-EG', role: 'relay' }]);
    expect(found('ru', 'duplicate')).toMatchObject({ result: 'warning', note: 'same-language', other: 'ar' });
  });

  it('finds twins without a floor, and says what needs one', () => {
    const found = check([booth('ru', {}, 'ar')], { floorKey: null });
    expect(found('ru', 'duplicate')).toMatchObject({ result: 'fault', other: 'ar' });
    expect(found('en', 'duplicate')).toMatchObject({ result: 'ok' });
    for (const name of ['floor-in-booth', 'swapped', 'offset', 'drift'] as const) {
      expect(found('en', name)).toMatchObject({ result: 'not-checkable', note: 'no-floor', value: null });
    }
  });

  it('never says ok of a silent channel, or of a silent floor', () => {
    const silent = check([channelOf('zh', new Float32Array(15_000).fill(-120.7))]);
    for (const name of ['duplicate', 'floor-in-booth', 'swapped', 'offset', 'drift'] as const) {
      expect(silent('zh', name)).toMatchObject({ result: 'not-checkable', note: 'no-sound' });
    }
    expect(silent('en', 'duplicate')).toMatchObject({ result: 'ok' });
    const channels = [channelOf('floor', new Float32Array(15_000).fill(-120.7)), ...good];
    const reports = checkChannels({ channels, floorKey: 'floor', turns: meeting.turns, floorLanguages: [] });
    const about = reports[1]?.findings.filter((one) => ['floor-in-booth', 'swapped', 'offset', 'drift'].includes(one.check));
    expect(about?.map((one) => [one.result, one.note])).toEqual(Array.from({ length: 4 }, () => ['not-checkable', 'floor-silent']));
  });

  it('keeps quiet about what is too short', () => {
    const channels = [floor, ...good].map((one) => ({ ...one, envelope: one.envelope.slice(0, 80) }));
    const reports = checkChannels({ channels, floorKey: 'floor', turns: meeting.turns, floorLanguages: [] });
    const told = reports.flatMap((report) => report.findings).filter((one) => !['silent', 'clipped'].includes(one.check));
    expect(told.every((one) => one.result === 'not-checkable')).toBe(true);
    expect(checkChannels({ channels: [], floorKey: null, turns: null, floorLanguages: [] })).toEqual([]);
  });

  it('leaves out what means nothing for a role', () => {
    const described = channelOf('ad', measured(meeting.floor, { delayMs: 90 }), { role: 'audio-description', language: 'en' });
    const [, report] = checkChannels({ channels: [floor, described], floorKey: 'floor', turns: meeting.turns, floorLanguages: [] });
    expect(report?.findings.map((one) => one.check)).toEqual(['silent', 'clipped', 'duplicate', 'offset', 'drift']);
    expect(report?.findings.find((one) => one.check === 'offset')).toMatchObject({ result: 'warning', other: 'floor' });
  });
});

describe('offset and drift', () => {
  it.each([[0, 'ok'], [45, 'ok'], [-120, 'warning'], [350, 'fault'], [-2700, 'fault'], [12_480, 'fault']] as const)(
    'measures %i ms: %s',
    (delayMs, result) => {
      const finding = check([booth('en', { delayMs })])('en', 'offset');
      expect(finding).toMatchObject({ result, unit: 'ms', other: 'floor' });
      expect(Math.abs((finding?.value ?? Number.NaN) - delayMs)).toBeLessThanOrEqual(20);
    },
  );

  it('keeps other checks right for a channel that starts wrong', () => {
    const found = check([booth('en', { delayMs: 12_480 })]);
    expect(alarms(found, 'offset')).toEqual(['en']);
    for (const name of ['duplicate', 'floor-in-booth', 'swapped'] as const) expect(alarms(found, name)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { captionPlace } from './caption-place.ts';
import { cuesAt, directionOf, isolated, joinLines, nextChange, readCaptions } from './caption-text.ts';
import { captionKey, captionsFor, orderCaptions, readCaptionWish } from './captions.ts';
import { PlayerCore } from './player-core.ts';
import type { PlayerCaptions, PlayerChannel, PlayerData } from './player-data.ts';

const channel = (key: string, language = key, role = 'interpretation'): PlayerChannel => ({ key, role, language, name: key, gainDb: 0 });
const FLOOR = channel('floor', 'mul', 'floor');
const [FR, AR, ES] = [channel('fr'), channel('ar'), channel('es')];
const track = (of: PlayerChannel, language = of.language): PlayerCaptions => ({ key: captionKey(of, language), channel: of.key, language, status: 'edited', hls: `/${of.key}.${language}.m3u8` });
const ALL = [track(AR), track(FR), track(FLOOR), track(FR, 'en')];
const data: PlayerData = {
  meeting: 'm', uiLanguage: 'ar', hls: '/m.m3u8', hasPicture: true, durationMs: 9000, startMs: 0, storyboard: null, events: null, turns: [], channels: [FR, FLOOR, AR, ES], captions: ALL,
};

describe('which captions are shown', () => {
  it.each([[null, null], ['', 'off'], ['0', 'off'], ['off', 'off'], ['1', 'own'], ['on', 'own'], ['FR', 'fr'], ['zh-Hant', 'zh-hant']])('?cc=%s means %s', (asked, wish) => {
    expect(readCaptionWish(asked)).toBe(wish);
  });

  it.each([['off', 'fr', null], ['own', 'fr', 'fr'], ['own', 'floor', 'floor'], ['own', 'es', null], ['ar', 'fr', 'ar'], ['ar-EG', 'fr', 'ar'], ['en', 'ar', 'fr.en'], ['FR.en', 'ar', 'fr.en'], ['ru', 'fr', null]])(
    'the wish for %s while %s is heard is met by %s', (wish, heard, key) => {
      expect(captionsFor(ALL, wish, data.channels.find((one) => one.key === heard) ?? null)?.key ?? null).toBe(key);
    });

  it('stand in the menu as the channels in the bar, what is heard first', () => {
    expect(orderCaptions(ALL, data.channels, AR).map(({ key }) => key)).toEqual(['ar', 'floor', 'fr', 'fr.en']);
    expect(orderCaptions(ALL, data.channels, FR).map(({ key }) => key)).toEqual(['fr', 'fr.en', 'floor', 'ar']);
  });

  it('follow the channel, unless others were chosen', () => {
    const core = new PlayerCore(data, { asked: 'fr' });
    const shown = () => core.state.captions?.key ?? null;
    expect(shown()).toBeNull();
    expect([core.wantCaptions('fr'), core.captionWish, shown()]).toEqual([true, 'own', 'fr']);
    core.choose('ar');
    expect(shown()).toBe('ar');
    core.choose('es');
    expect([shown(), core.captionWish]).toEqual([null, 'own']);
    core.choose('ar');
    core.wantCaptions('floor');
    core.choose('fr');
    expect([shown(), core.captionWish]).toEqual(['floor', 'floor']);
    expect([core.wantCaptions('ru'), shown()]).toEqual([false, 'floor']);
  });

  it('come and go by one key: what is heard, else what the pages speak', () => {
    const core = new PlayerCore(data, { asked: 'es' });
    expect(core.otherCaptionWish).toBe('ar');
    core.choose('fr');
    expect(core.otherCaptionWish).toBe('own');
    core.wantCaptions(core.otherCaptionWish);
    expect([core.state.captions?.key, core.otherCaptionWish]).toEqual(['fr', 'off']);
  });

  it('are none where a meeting has none', () => {
    const core = new PlayerCore({ ...data, captions: [] }, { captions: 'own' });
    expect([core.state.captions, core.wantCaptions('own'), core.wantCaptions('off')]).toEqual([null, false, false]);
  });
});

describe('the text of captions', () => {
  const cues = readCaptions('WEBVTT\nX-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:0\n\n00:00:01.500 --> 00:00:03.000\n<v Ms A &amp; B>Tom &lt;&amp; Jerry&gt;\nsecond &#45; line</v>\n\n1\n01:00:00.000 --> 01:00:02.000\n<v X><lang fr>Merci</lang></v>\n\n00:00:02.500 --> 00:00:04.000\nover\n');

  it('is read with times, lines and languages', () => {
    expect(cues).toEqual([
      { startMs: 1500, endMs: 3000, lines: ['Tom <& Jerry>', 'second - line'], language: null },
      { startMs: 3_600_000, endMs: 3_602_000, lines: ['Merci'], language: 'fr' },
      { startMs: 2500, endMs: 4000, lines: ['over'], language: null },
    ]);
    expect(readCaptions('WEBVTT\n')).toEqual([]);
  });

  it('is known for each moment, and when it changes', () => {
    expect([1499, 1500, 2600, 3000, 4000].map((ms) => cuesAt(cues, ms).length)).toEqual([0, 1, 2, 1, 0]);
    expect([0, 1500, 4000, 3_602_000].map((ms) => nextChange(cues, ms))).toEqual([1500, 2500, 3_600_000, null]);
  });

  it('becomes one line as its script has it', () => {
    expect([joinLines(['Good', 'morning']), joinLines(['各位下午好，', '欢迎']), joinLines(['欢迎', 'Openfloor']), joinLines(['one'])]).toEqual(['Good morning', '各位下午好，欢迎', '欢迎 Openfloor', 'one']);
  });

  it('keeps names of the other direction apart, and whole', () => {
    expect(isolated('السيد \u2066J. Dupont (ONU)\u2069 قال')).toEqual([{ run: 'السيد ', dir: null }, { run: 'J. Dupont (ONU)', dir: 'ltr' }, { run: ' قال', dir: null }]);
    expect(isolated(`\u2066${'x'.repeat(40)}\u2069`)).toEqual([{ run: `\u2066${'x'.repeat(40)}\u2069`, dir: null }]);
    expect(isolated('plain')).toEqual([{ run: 'plain', dir: null }]);
  });

  it.each([['ar', 'rtl'], ['fa-IR', 'rtl'], ['ar-Latn', 'ltr'], ['pa-Arab', 'rtl'], ['zh-Hans', 'ltr'], ['art', 'ltr'], ['mul', 'auto']])('in %s runs %s', (language, direction) => expect(directionOf(language)).toBe(direction));
});

describe('the place of captions', () => {
  const screen = { width: 1000, height: 500 };
  it('is the bottom, unless something lies there', () => {
    expect(captionPlace(screen, null)).toEqual({ fromStart: 0, fromEnd: 0, atTop: false });
    expect(captionPlace(screen, { start: 10, top: 10, width: 300, height: 200 })).toEqual({ fromStart: 0, fromEnd: 0, atTop: false });
  });

  it('is beside what lies there where there is room, else above it', () => {
    expect(captionPlace(screen, { start: 690, top: 320, width: 300, height: 170 })).toEqual({ fromStart: 0, fromEnd: 310, atTop: false });
    expect(captionPlace(screen, { start: 10, top: 320, width: 300, height: 170 })).toEqual({ fromStart: 310, fromEnd: 0, atTop: false });
    expect(captionPlace(screen, { start: 300, top: 320, width: 400, height: 170 })).toEqual({ fromStart: 0, fromEnd: 0, atTop: true });
    expect(captionPlace(screen, { start: 400, top: 20, width: 590, height: 470 })).toEqual({ fromStart: 0, fromEnd: 600, atTop: false });
  });
});

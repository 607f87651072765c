import { describe, expect, it } from 'vitest';
import { lagQuestion, makeLagMeeting } from '../../../../fixtures/lag/index.ts';
import { floorText } from './floor-text.ts';

describe('floorText', () => {
  it('is what the channel of the language of each turn says while it carries the floor', () => {
    const meeting = makeLagMeeting({ seed: 'floor text', minutes: 20, language: 'fr', lag: [500, 6000], restless: 250, gaps: [1200, 3500] });
    const { floor, channel } = lagQuestion(meeting, 'fr', 'sentences');
    const found = floorText(meeting.turns, floor.speech, [{ language: 'fr', speech: channel.speech, text: channel.text ?? [] }]);
    const own = meeting.turns.filter(({ language }) => language === 'fr');
    const said = (floor.text ?? []).filter(({ startMs, endMs }) => own.some((turn) => turn.startMs <= startMs && endMs <= turn.endMs));
    expect(said.length).toBeGreaterThan(5);
    expect(found).toEqual(said);
  });
});

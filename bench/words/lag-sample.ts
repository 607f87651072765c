import { lagAt, measureLag } from '@openfloor/words';
import { hearSample, type JudgedLag } from '../../fixtures/lag/index.ts';
import type { Figure } from '../report/figures.ts';
import { errors } from './lag-errors.ts';

const NOTE = 'Real sound through the speech detector; captions in Arabic, English and French as the sample is published, none of the floor’s own.';

/** The lag of the sample meeting's booths: from its sound, and from its captions where it has some. */
export async function sampleLagFigures(): Promise<Figure[]> {
  const judged: (JudgedLag & { readonly startsTurn: boolean; readonly captioned: boolean })[] = [];
  for (const { question, truth, captioned } of await hearSample()) {
    const curve = await measureLag(question, async () => undefined);
    judged.push(...truth.map(({ floorMs, lagMs, startsTurn }) => {
      const found = lagAt(curve, floorMs);
      return { offMs: found ? Math.abs(found.lagMs - lagMs) : Infinity, confidence: found?.confidence ?? 0, startsTurn, captioned };
    }));
  }
  const inside = judged.filter(({ startsTurn }) => !startsTurn);
  return [
    ...errors('sample, start of a turn', judged.filter(({ startsTurn }) => startsTurn), NOTE, { of: 'value', most: 0.3 }, { of: 'value', most: 1 }),
    ...errors('sample, inside a turn, captioned channels', inside.filter(({ captioned }) => captioned), NOTE, { of: 'value', most: 1 }),
    ...errors('sample, inside a turn, other channels', inside.filter(({ captioned }) => !captioned), NOTE),
  ];
}

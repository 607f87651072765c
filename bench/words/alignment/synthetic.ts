import { closeVoices, type VoiceLanguage } from '../../../fixtures/voices/index.ts';
import type { Context } from '../../context.ts';
import { median, quantile } from '../../measure/statistics.ts';
import type { Figure, Limit } from '../../report/figures.ts';
import type { FigureTable } from '../../table-bench.ts';
import { alone } from './alone.ts';
import { RATE } from './channel.ts';
import { givenText, type Case } from './given.ts';
import { judge, type Judgement } from './judge.ts';
import { keptChannel } from './kept-channel.ts';
import { LANGUAGES } from './texts.ts';

const CASE_NAMES: Readonly<Record<Case, string>> = { exact: 'exact text', missing: '10 % of the sentences missing', added: '10 % added', block: 'three minutes missing' };
const NOTE = 'Sentence starts, in seconds. Texts, voices and dialects are others than those by which settings were chosen; noise at 15 dB, echo, 135 to 185 words a minute, pauses of 0.15 to 1.2 s and some of 3 to 8 s.';

/** The exact text of a channel in six languages. */
export const exactText: FigureTable = {
  name: 'align-exact',
  about: 'texts as they were said, in other voices than the reference’s',
  run: (context) => inAllLanguages(context, ['exact']),
};

/** Texts in which something is missing or was never said. */
export const gaps: FigureTable = {
  name: 'align-gaps',
  about: 'texts that lack what was said, or have what was not',
  run: (context) => inAllLanguages(context, ['missing', 'added', 'block']),
};

async function inAllLanguages(context: Context, cases: readonly Case[]): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const language of LANGUAGES) {
    for (const how of cases) figures.push(...toFigures(`${language}, ${CASE_NAMES[how]}`, await measure(context, language, how), how));
  }
  return figures;
}

async function measure(context: Context, language: VoiceLanguage, how: Case): Promise<Judgement> {
  const channel = await keptChannel({ language, set: 'measured', minutes: context.options.minutes }, (line) => context.say(line));
  // Its memory is wanted by others now.
  await closeVoices();
  const given = givenText(channel, how);
  const { alignment } = await alone(await context.folder('align'), { file: channel.file, sampleRate: RATE, language, sentences: given.sentences.map(({ text }) => text) });
  if (!alignment) throw new Error('Nothing was aligned.');
  const judged = judge(alignment, given);
  context.say(`${language} ${how}: ${judged.errors.length} of ${given.sentences.length} sentences of ${Math.round(channel.seconds / 60)} min, median ${median(judged.errors).toFixed(3)} s, 95 % ${quantile(judged.errors, 0.95).toFixed(3)} s`);
  return judged;
}

function toFigures(what: string, { errors, flagged, rightlyFlagged, wrong, found }: Judgement, how: Case): Figure[] {
  const starts = [
    { what: `${what}: median`, measured: median(errors), unit: 's', must: { of: 'value', most: 0.05 } satisfies Limit, note: NOTE },
    { what: `${what}: 95 %`, measured: quantile(errors, 0.95), unit: 's', must: { of: 'value', most: how === 'exact' ? 0.5 : 1.5 } satisfies Limit, note: NOTE },
  ] as const;
  if (how === 'exact') return [...starts, { what: `${what}: flagged though they were said`, measured: flagged, unit: '' }];
  const must: Limit = { of: 'value', least: 0.7 };
  return [
    ...starts, { what: `${what}: precision of flags`, measured: rightlyFlagged / flagged, unit: '', must }, { what: `${what}: recall of flags`, measured: found / wrong, unit: '', must },
  ];
}

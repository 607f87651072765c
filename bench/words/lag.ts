import { measureLag } from '@openfloor/words';
import { judgeLag, lagQuestion, makeLagMeeting, type JudgedLag, type KnownWords, type LagMeetingOptions } from '../../fixtures/lag/index.ts';
import type { Figure } from '../report/figures.ts';
import { errors } from './lag-errors.ts';
import { sampleLagFigures } from './lag-sample.ts';

type Kind = Pick<LagMeetingOptions, 'lag' | 'restless' | 'gaps'>;

const LANGUAGES = ['ar', 'zh', 'en', 'fr', 'ru', 'es'] as const;
// Not those by which the constants were found.
const SEEDS = ['bench 1', 'bench 2', 'bench 3'];
const MINUTES = 60;
const NOTE = `${SEEDS.length} meetings of ${MINUTES} min in each of ${LANGUAGES.length} languages, lag 0.5 to 6 s, drifting; the booth's pauses are its own but at the ends of turns.`;

const DRIFTING: Kind = { lag: [500, 6000], restless: 250, gaps: [1200, 3500] };
const BRISK: Kind = { lag: [500, 6000], restless: 250, gaps: [500, 1500] };
const RESTLESS: Kind = { lag: [500, 6000], restless: 450, gaps: [1000, 3000] };
const KNOWN: Readonly<Record<KnownWords, string>> = { none: 'pauses alone', sentences: 'texts with times of sentences', words: 'texts with times of words' };
const BINS = [[0, 0.7], [0.7, 0.8], [0.8, 0.9], [0.9, 0.95], [0.95, 1.01]] as const;

/** How well the lag of interpretation channels is found, and how well its confidence knows it. */
export async function lagFigures(): Promise<Figure[]> {
  const drifting = { none: await judge(DRIFTING, 'none'), sentences: await judge(DRIFTING, 'sentences'), words: await judge(DRIFTING, 'words') };
  return [
    ...(['none', 'sentences', 'words'] as const).flatMap((known) => [
      ...errors(`start of a turn, ${KNOWN[known]}`, drifting[known].starts, NOTE, { of: 'value', most: 0.3 }, { of: 'value', most: 1 }),
      ...errors(`inside a turn, ${KNOWN[known]}`, drifting[known].inside, NOTE, known === 'none' ? undefined : { of: 'value', most: 1 }),
    ]),
    ...await sampleLagFigures(),
    ...calibration('texts', [...drifting.sentences.inside, ...drifting.words.inside]),
    ...calibration('pauses alone', [...drifting.none.inside, ...drifting.none.starts]),
    ...await harder('changes within 0.5 to 1.5 s', BRISK),
    ...await harder('a lag that moves by 0.45 s each second', RESTLESS),
    { what: 'lag, time for an hour of one channel', measured: drifting.words.secondsEach, unit: 's' },
  ];
}

async function harder(name: string, kind: Kind): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const known of ['none', 'words'] as const) {
    const { starts, inside } = await judge(kind, known);
    figures.push(...errors(`${name}: start of a turn, ${KNOWN[known]}`, starts, NOTE), ...errors(`${name}: inside a turn, ${KNOWN[known]}`, inside, NOTE));
  }
  return figures;
}

async function judge(kind: Kind, known: KnownWords): Promise<{ readonly starts: JudgedLag[]; readonly inside: JudgedLag[]; readonly secondsEach: number }> {
  let spentMs = 0;
  const [starts, inside]: [JudgedLag[], JudgedLag[]] = [[], []];
  for (const [language, seed] of LANGUAGES.flatMap((one) => SEEDS.map((two) => [one, two] as const))) {
    const meeting = makeLagMeeting({ seed, minutes: MINUTES, language, ...kind });
    const question = lagQuestion(meeting, language, known);
    const began = performance.now();
    const curve = await measureLag(question, async () => undefined);
    spentMs += performance.now() - began;
    const judged = judgeLag(meeting, curve, language);
    starts.push(...judged.starts);
    inside.push(...judged.inside);
  }
  return { starts, inside, secondsEach: spentMs / (LANGUAGES.length * SEEDS.length) / 1000 };
}

/** What the confidence says, beside how often it was right. */
function calibration(from: string, judged: readonly JudgedLag[]): Figure[] {
  return BINS.flatMap(([low, high]): Figure[] => {
    const own = judged.filter(({ confidence }) => confidence >= low && confidence < high);
    if (own.length === 0) return [];
    const said = own.reduce((sum, { confidence }) => sum + confidence, 0) / own.length;
    return [{
      what: `lag, ${from}, confidence ${low} to ${Math.min(1, high)}: right to a second (of ${own.length})`, unit: '',
      measured: own.filter(({ offMs }) => offMs <= 1000).length / own.length, compared: { with: 'said', value: said },
    }];
  });
}

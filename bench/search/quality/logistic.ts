/** One thing to be told apart: what is known of it, and whether it is one of those looked for. */
export interface Example {
  readonly features: readonly number[];
  readonly right: boolean;
  /** How much it counts beside others; above 0. */
  readonly weighs: number;
}

/** What each feature adds to the odds, and the odds of nothing. */
export interface Weights {
  readonly weights: readonly number[];
  readonly atFirst: number;
}

const ROUNDS = 400;
const STEP = 0.5;
const MOMENTUM = 0.9;
/** Keeps weights small that few examples speak for. */
const RESTRAINT = 1;

/** 0 to 1. */
export const chanceOf = (features: readonly number[], { weights, atFirst }: Weights): number =>
  1 / (1 + Math.exp(-features.reduce((odds, value, k) => odds + value * (weights[k] ?? 0), atFirst)));

/** Logistic regression by steps down the slope, each feature on a scale of its own; the same examples give the same weights. */
export function learn(examples: readonly Example[]): Weights {
  const scales = (examples[0]?.features ?? []).map((_, k) => scaleOf(examples.map(({ features }) => features[k] ?? 0)));
  const scaled = examples.map(({ features, right, weighs }) => ({ values: features.map((value, k) => (value - (scales[k]?.mean ?? 0)) / (scales[k]?.deviation ?? 1)), right, weighs }));
  const all = examples.reduce((sum, { weighs }) => sum + weighs, 0);
  let weights = scales.map(() => 0);
  let speeds = scales.map(() => 0);
  let [atFirst, speedAtFirst] = [0, 0];
  for (let round = 0; round < ROUNDS; round += 1) {
    const slopes = scales.map(() => 0);
    let slopeAtFirst = 0;
    for (const { values, right, weighs } of scaled) {
      const wrong = weighs * (chanceOf(values, { weights, atFirst }) - (right ? 1 : 0));
      slopeAtFirst += wrong;
      values.forEach((value, k) => { slopes[k] = (slopes[k] ?? 0) + wrong * value; });
    }
    speeds = speeds.map((speed, k) => MOMENTUM * speed - (STEP / all) * ((slopes[k] ?? 0) + RESTRAINT * (weights[k] ?? 0)));
    weights = weights.map((weight, k) => weight + (speeds[k] ?? 0));
    speedAtFirst = MOMENTUM * speedAtFirst - (STEP / all) * slopeAtFirst;
    atFirst += speedAtFirst;
  }
  const plain = weights.map((weight, k) => weight / (scales[k]?.deviation ?? 1));
  return { weights: plain, atFirst: atFirst - plain.reduce((sum, weight, k) => sum + weight * (scales[k]?.mean ?? 0), 0) };
}

function scaleOf(values: readonly number[]): { readonly mean: number; readonly deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { mean, deviation: Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) || 1 };
}

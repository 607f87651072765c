/** One thing that is wrong in a folder: where, and what to do about it. The sentence starts after the name of the place. */
export interface Problem {
  readonly path: readonly (string | number)[];
  readonly says: string;
}

/** `interventions[3].end`; keys that would be misread are quoted. */
function placeName(path: readonly (string | number)[]): string {
  return path.reduce<string>((name, step) => {
    if (typeof step === 'number') return `${name}[${step}]`;
    const key = /^[\p{L}\p{N}_-]{1,60}$/u.test(step) ? step : JSON.stringify(step.slice(0, 60));
    return name === '' ? key : `${name}.${key}`;
  }, '');
}

/** The sentence for people: `line 12: interventions[3].end must be after the start`. */
export function problemSentence({ path, says }: Problem, line: number | undefined): string {
  const sentence = path.length === 0 ? says : `${placeName(path)} ${says}`;
  return line === undefined ? sentence : `line ${line}: ${sentence}`;
}

import { type Check, type Problem, type Source, isTest, lineAt } from './source.ts';

interface Rule {
  readonly pattern: RegExp;
  readonly message: string;
  readonly applies: (path: string) => boolean;
}

const everywhere = () => true;
const isLock = (path: string) => path.endsWith('package-lock.json');
const isProse = (path: string) => /(^|\/)LICENSE$/.test(path);

// The patterns are written so that they don't match their own source.
const RULES: readonly Rule[] = [
  { pattern: /(?<![\w.*-])\/(?:work|root|home\/\w+|tmp|Users\/\w+)\//g, applies: (path) => !isProse(path), message: 'names a path of one machine: use a path in the project or os.tmpdir()' },
  { pattern: /registry\.[a-z]+[.](?:org|com)|npm[.]pkg[.]github/g, applies: everywhere, message: 'names a package registry: leave that to npm' },
  { pattern: /"resolved": "http/g, applies: isLock, message: 'names the host a package came from: keep omit-lockfile-registry-resolved in .npmrc' },
  { pattern: /\b(?:TO[D]O|FIX[M]E|X[X]X)\b/g, applies: (path) => !isLock(path) && !isProse(path), message: 'is left to be done: do it, or open an issue' },
  { pattern: /\b(?:it|test|describe|suite)\.(?:only|skip|todo)\b/g, applies: isTest, message: 'runs only a part of the tests: run all, or remove the test' },
  { pattern: /(?:ox|es)lint-disable(?!.*-- \w)/g, applies: (path) => /\.(tsx?|mjs)$/.test(path) && !path.startsWith('tools/checks/'), message: 'silences the linter without a reason: write it after --' },
];

function matches({ path, text }: Source, { pattern, message }: Rule): Problem[] {
  return [...text.matchAll(pattern)].map((match) => ({ path, line: lineAt(text, match.index), message: `"${match[0]}" ${message}` }));
}

const checkRules = (rules: readonly Rule[]): Check => (sources) =>
  sources.flatMap((source) => rules.filter((rule) => rule.applies(source.path)).flatMap((rule) => matches(source, rule)));

/** Nothing in the project names the machine it was made on. */
export const checkMachine: Check = checkRules(RULES.slice(0, 3));

/** Nothing is left for later: no to-do marks, no tests switched off, no silenced linter without its reason. */
export const checkLeftovers: Check = checkRules(RULES.slice(3));

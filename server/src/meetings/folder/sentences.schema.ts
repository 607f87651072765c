import type { z } from 'zod';
import type { Problem } from './problems.domain.ts';

type Issue = z.core.$ZodIssue;
type RawIssue = z.core.$ZodRawIssue;

const TYPES: Readonly<Record<string, string>> = {
  string: 'text', number: 'a number', int: 'a whole number', boolean: 'true or false', array: 'a list', object: 'a set of keys',
  record: 'a set of keys', null: 'null',
};

const typeOf = (value: unknown): string => {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (Number.isNaN(value)) return 'NaN';
  return TYPES[typeof value] ?? typeof value;
};

const UNITS: Readonly<Record<string, readonly [one: string, more: string]>> = { string: ['character', 'characters'], array: ['entry', 'entries'] };
const size = (origin: string, bound: string, limit: number | bigint): string => {
  const [one, more] = UNITS[origin] ?? [];
  return one === undefined ? `be ${bound} ${limit}` : `have ${bound} ${limit} ${Number(limit) === 1 ? one : more}`;
};

/** Words for what the schema itself says nothing about: wrong types and sizes. Given to `safeParse`. */
export function sentence(issue: RawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return 'is missing';
      if (issue.expected === 'string' && (typeof issue.input === 'number' || typeof issue.input === 'boolean')) {
        return `must be text; put "${issue.input}" in quotes`;
      }
      return `must be ${TYPES[issue.expected] ?? issue.expected}, not ${typeOf(issue.input)}`;
    case 'invalid_value':
      return issue.input === undefined ? 'is missing' : `must be ${listed(issue.values.map(String))}`;
    case 'too_small':
      return `must ${size(issue.origin, 'at least', issue.minimum)}`;
    case 'too_big':
      return `must ${size(issue.origin, 'at most', issue.maximum)}`;
    default:
      return undefined;
  }
}

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;

/** The zod issues as problems, one per thing that is wrong. */
export const problemsOf = (issues: readonly Issue[], at: Problem['path'] = []): readonly Problem[] =>
  issues.flatMap((issue) => problemsOfOne(issue, [...at, ...issue.path.map((step) => (typeof step === 'number' ? step : String(step)))]));

function problemsOfOne(issue: Issue, path: Problem['path']): readonly Problem[] {
  switch (issue.code) {
    case 'unrecognized_keys': {
      const says = issue.message.split('\n');
      return issue.keys.map((key, index) => ({ path: [...path, key], says: says[index] ?? 'is not known here' }));
    }
    case 'invalid_key':
      return [{ path, says: issue.issues[0]?.message ?? 'is not a key that can be used here' }];
    case 'invalid_union':
      return problemsOfUnion(issue.errors, path);
    default:
      return [{ path, says: issue.message }];
  }
}

/** Of the forms a value may have, the one that was probably meant is the one with the least wrong. */
function problemsOfUnion(errors: readonly (readonly Issue[])[], path: Problem['path']): readonly Problem[] {
  const [meant] = errors.filter((branch) => !wrongType(branch)).sort((a, b) => a.length - b.length);
  if (meant !== undefined) return problemsOf(meant, path);
  const said = errors.flat().find((issue) => !/^must be |^is missing/.test(issue.message));
  if (said !== undefined) return [{ path, says: said.message }];
  const expected = errors.flat().map((issue) => (issue.code === 'invalid_type' ? TYPES[issue.expected] ?? issue.expected : ''));
  return [{ path, says: `must be ${listed([...new Set(expected)].filter((word) => word !== ''))}` }];
}

const wrongType = (branch: readonly Issue[]): boolean =>
  branch.some((issue) => issue.code === 'invalid_type' && issue.path.length === 0);

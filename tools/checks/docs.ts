import { type Comment, parseSync } from 'oxc-parser';
import { type Check, type Problem, type Source, isTest, lineAt } from './source.ts';
import { documentable } from './documentable.ts';

const PACKAGE_CODE = /^packages\/[^/]+\/src\/(?!.*\/?locales\/).*\.tsx?$/;
const SERVICE = /^server\/src\/.*\.service\.ts$/;

/** True when a doc comment with words in it ends right before the declaration. */
function isDocumented(source: Source, comments: readonly Comment[], start: number): boolean {
  return comments.some(({ type, value, end }) => {
    const doc = type === 'Block' && value.startsWith('*') && /\p{L}{2}/u.test(value);
    // Decorators, `export`, `async` and the like may stand between a comment and what it documents.
    return doc && end <= start && /^\s*((export|default|async|declare|abstract|public|static|override|readonly|get|set)\s+)*$/.test(source.text.slice(end, start));
  });
}

function undocumented(source: Source, inside: boolean): Problem[] {
  const { program, comments, errors } = parseSync(source.path, source.text);
  if (errors.length > 0) return [{ path: source.path, message: `does not parse: ${errors[0]?.message ?? ''}` }];
  return documentable(program, inside)
    .filter(({ start }) => !isDocumented(source, comments, start))
    .map(({ name, start }) => ({
      path: source.path, line: lineAt(source.text, start),
      message: `${name} has no doc comment: say in one line what it does, then only what its types can't say`,
    }));
}

/** Every exported symbol of the packages and every public method of a service says what it does. */
export const checkDocs: Check = (sources) =>
  sources.filter(({ path }) => !isTest(path)).flatMap((source) => {
    if (PACKAGE_CODE.test(source.path)) return undocumented(source, false);
    return SERVICE.test(source.path) ? undocumented(source, true) : [];
  });

/** Facts of one error, filled into its sentence and sent along as data. */
export type ErrorDetails = Readonly<Record<string, string | number | boolean | undefined>>;

const OPTIONAL_PART = /\[([^[\]]*)\]/g;
const PLACEHOLDER = /\{(\w+)\}/g;
// Names of files may hold anything; a terminal that prints a sentence must not obey it.
const CONTROL = /[\p{Cc}--[\t\n]]/gv;

/**
 * Fills `{name}` from the details. A part in square brackets goes when one of its names has no
 * value; a name outside brackets without a value reads "(unknown)", so a sentence stays a sentence.
 */
export function fill(template: string, details: ErrorDetails): string {
  const known = template.replace(OPTIONAL_PART, (_, part: string) =>
    [...part.matchAll(PLACEHOLDER)].every(([, name = '']) => details[name] !== undefined) ? part : '');
  return known.replace(PLACEHOLDER, (_, name: string) => {
    const value = details[name];
    return value === undefined ? '(unknown)' : String(value).replace(CONTROL, '\ufffd');
  }).replace(/([.!?])\.$/, '$1');
}

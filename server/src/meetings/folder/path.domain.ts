// Line breaks and tabs aside, control characters are never meant; the database can't hold NUL or half a surrogate pair.
const CONTROL = /[\p{Cc}--[\t\n\r]]/v;

/** True for text that a terminal would obey or a database refuse. */
export const hasControl = (text: string): boolean => CONTROL.test(text) || !text.isWellFormed();

/** What may not be a path inside the folder, and why; undefined when it may. */
export function pathProblem(path: string): string | undefined {
  if (path.trim() === '' || path.length > 1000) return 'must name a file';
  if (hasControl(path) || /[\t\n\r]/.test(path)) return 'contains a control character; rename the file';
  if (path.startsWith('/') || /^[A-Za-z]:[\\/]/.test(path)) return 'must be a path inside the meeting folder, not an absolute one';
  if (/^[A-Za-z][A-Za-z0-9+.-]*:\/\//.test(path)) return 'must be a file inside the meeting folder, not an address';
  if (path.split('/').includes('..')) return 'leads out of the meeting folder; name only files inside it';
  return undefined;
}

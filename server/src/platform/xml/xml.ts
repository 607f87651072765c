/** XML that is ready to go out; only `xml` makes it, so nothing gets in unescaped. */
export interface Xml {
  readonly markup: string;
}

type Value = Xml | string | number | null | undefined | readonly Value[];

// XML 1.0 has no place for these at all, escaped or not.
// oxlint-disable-next-line eslint/no-control-regex -- the point is to find control characters
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

const escaped = (text: string): string => text.toWellFormed().replace(FORBIDDEN, '').replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);

function markupOf(value: Value): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'number') return String(value);
  return 'markup' in value ? value.markup : value.map(markupOf).join('');
}

/** A template whose values are escaped; what is null or undefined writes nothing. */
export const xml = (strings: TemplateStringsArray, ...values: readonly Value[]): Xml =>
  ({ markup: strings.reduce((all, text, n) => all + markupOf(values[n - 1]) + text) });

/** A whole document, with its declaration. */
export const documentText = ({ markup }: Xml): string => `<?xml version="1.0" encoding="UTF-8"?>\n${markup}\n`;

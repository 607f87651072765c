/**
 * A quoted string (RFC 8216bis, section 4.2). It can hold neither double quotes nor line breaks: straight quotes become
 * typographic ones, control characters become spaces.
 */
export function quoted(text: string): string {
  const pieces = text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').normalize('NFC').split('"');
  const inner = pieces.map((piece, i) => (i === 0 ? piece : `${i % 2 === 1 ? '\u201c' : '\u201d'}${piece}`));
  return `"${inner.join('')}"`;
}

/** An attribute list; entries without a value are left out. */
export function attributeList(entries: readonly (readonly [name: string, value: string | number | undefined])[]): string {
  return entries.flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`])).join(',');
}

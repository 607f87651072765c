/**
 * A quoted string (RFC 8216bis, section 4.2). It can hold neither double quotes nor line breaks: straight quotes become
 * typographic ones, control characters become spaces.
 */
export function quoted(text: string): string {
  let open = false;
  const safe = text
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
    .replace(/"/g, () => ((open = !open) ? '\u201c' : '\u201d'));
  return `"${safe.normalize('NFC')}"`;
}

/** An attribute list; entries without a value are left out. */
export function attributeList(entries: readonly (readonly [name: string, value: string | number | undefined])[]): string {
  return entries.flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`])).join(',');
}

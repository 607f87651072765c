const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#xD;' };
// oxlint-disable-next-line eslint/no-control-regex -- these are the signs that XML 1.0 can't hold in any form
const IMPOSSIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** Text for XML, in an element or in quotation marks; what XML can't hold becomes U+FFFD. */
export const escapeXml = (text: string): string => text.replace(IMPOSSIBLE, '\uFFFD').replace(/[&<>"\r]/gu, (sign) => ESCAPES[sign] ?? sign);

/** Scripts that leave no space between words, as they stand inside the brackets of a pattern (flag `u`). */
export const UNSPACED_SCRIPTS = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`;

/** A letter of such a script. */
export const UNSPACED = new RegExp(`[${UNSPACED_SCRIPTS}]`, 'u');

/** A word of a text as search knows it. */
export interface SearchToken {
  /** Equal for all forms and spellings of a word that search takes for the same; never empty, without white space. */
  readonly key: string;
  /** From 0; words that stand side by side have numbers side by side. Several tokens may share one. */
  readonly position: number;
  /** UTF-16 units of the text, the end not included. */
  readonly from: number;
  readonly to: number;
}

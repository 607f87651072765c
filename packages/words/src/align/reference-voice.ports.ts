/** Somebody who reads a text aloud, always the same way; what was heard is compared with it. */
export interface ReferenceVoice {
  /**
   * Speaks one sentence in a language (BCP 47).
   * Rejects where there is no voice for the language; a text without anything to say gives no samples.
   */
  speak(text: string, language: string): Promise<SpokenText>;
}

/** Mono sound: floats from -1 to 1, or 16 bit. It may be overwritten when the next sentence is spoken. */
export interface SpokenText {
  readonly samples: Float32Array | Int16Array;
  /** Hz. */
  readonly sampleRate: number;
}

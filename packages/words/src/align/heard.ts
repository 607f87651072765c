/** The channel's sound, described. */
export interface Heard {
  readonly values: Float32Array;
  /** 1 for each frame where somebody speaks. */
  readonly speech: Uint8Array;
}

/** A stretch of the sound; frames of 20 ms, `to` after its last. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

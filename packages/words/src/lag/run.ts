import type { Evidence } from './evidence.ts';
import type { FloorTurn } from './floor-turns.ts';
import type { Column } from './lattice.ts';

/** Turns that are interpreted one after the other, with all that tells of their lag. */
export interface Run {
  readonly turns: readonly FloorTurn[];
  readonly evidence: readonly Evidence[];
  readonly columns: readonly Column[];
}

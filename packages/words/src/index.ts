export type { Damage, ReadText, Segment, Word } from './segment.ts';

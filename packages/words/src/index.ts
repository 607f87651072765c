export type { Damage, ReadText, Segment, Word } from './segment.ts';
export { UNSPACED } from './unspaced.ts';
export * from './formats/index.ts';
export * from './sound/index.ts';
export * from './records/index.ts';
export * from './lag/index.ts';
export * from './align/index.ts';
export * from './search/index.ts';
export * from './quote/index.ts';

export * from './fmp4/index.ts';
export * from './levels/index.ts';

export * from './fmp4/index.ts';

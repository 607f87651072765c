export * from './fmp4/index.ts';
export * from './levels/index.ts';
export * from './probe/index.ts';
export * from './plan/index.ts';
export * from './ffmpeg/index.ts';
export * from './hls/index.ts';
export * from './languages/index.ts';
export * from './stills/index.ts';

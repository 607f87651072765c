export { append, carryOver, compose, moveBy, trim, type NextFile } from './time-map-changes.domain.ts';
export { rangesInMeeting, startingAt, timeMapProblems, toFile, toMeeting, type TimeMap, type TimePiece, type TimeRange } from './time-map.domain.ts';
export { inFile, onTimeline, type FileSpan, type LaidFile, type LaidSpan, type Layout } from './layout.domain.ts';

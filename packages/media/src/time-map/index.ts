export { append, carryOver, compose, moveBy, trim, type NextFile } from './time-map-changes.domain.ts';
export { rangesInMeeting, startingAt, timeMapProblems, toFile, toMeeting, type TimeMap, type TimePiece, type TimeRange } from './time-map.domain.ts';

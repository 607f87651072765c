export { createLog, silentLog } from './log.ts';
export { LOG_LEVELS, type Log, type LogLevel } from './log.ports.ts';

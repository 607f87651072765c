export { isLocal, isRunning, pidOf, thisProcess, type ProcessMark } from './identity.ts';
export { peakMemoryOf } from './peak-memory.ts';
export type { Tool, ToolProgress, ToolResult, ToolRun, Tools } from './process.ports.ts';
export { spawnOwn } from './spawn-own.ts';
export { LogTail } from './tail.ts';
export { createTools } from './tools.ts';

export { isLocal, isRunning, pidOf, thisProcess, type ProcessMark } from './identity.ts';
export type { Tool, ToolProgress, ToolResult, ToolRun, Tools } from './process.ports.ts';
export { createTools } from './tools.ts';

export type { Tool, ToolProgress, ToolResult, ToolRun, Tools } from './process.ports.ts';

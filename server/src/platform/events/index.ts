export { openEvents } from './events.ts';
export type { AppEvent, Events, EventValue } from './events.ports.ts';

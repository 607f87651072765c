export type { AppEvent, Events, EventValue } from './events.ports.ts';

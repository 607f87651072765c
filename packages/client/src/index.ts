export { ApiFailure, createClient, everyMeeting, type ClientOptions, type Schemas } from './client.ts';
export type { components } from './components.ts';
export type { paths } from './paths.ts';

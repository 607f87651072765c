// What plays beside the media element: fetched when playing has begun.
export { Bridge } from './bridge.ts';
export { Underlay } from './underlay.ts';

export * from './core/index.ts';
export { loadMessages, PLAYER_LANGUAGES, sayLeft, type PlayerMessages } from './locales/index.ts';
export type { PlayerEvents } from './elements/player-events.ts';

/** Defines the custom elements; only in a browser, so that a server may import the rest. */
export async function defineOpenfloorElements(): Promise<void> {
  const { defineElements } = await import('./elements/define.ts');
  defineElements();
}

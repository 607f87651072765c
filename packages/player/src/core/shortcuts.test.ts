import { describe, it, expect } from 'vitest';
import { commandOf, nextSpeed, SHORTCUTS } from './shortcuts.ts';

const press = (key: string, held: Partial<Record<'ctrlKey' | 'altKey' | 'metaKey', boolean>> = {}) => ({
  key, ctrlKey: false, altKey: false, metaKey: false, ...held,
});

describe('shortcuts', () => {
  it('gives no key two meanings', () => {
    const keys = SHORTCUTS.flatMap((shortcut) => shortcut.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('reads a key, and leaves the browser its own', () => {
    expect(commandOf(press('k'))).toBe('toggle');
    expect(commandOf(press('B'))).toBe('previous-channel');
    expect(commandOf(press('l', { ctrlKey: true }))).toBeNull();
    expect(commandOf(press('z'))).toBeNull();
  });

  it('steps through the speeds and stops at the ends', () => {
    expect([nextSpeed(1, 1), nextSpeed(1, -1), nextSpeed(2, 1), nextSpeed(0.5, -1), nextSpeed(1.1, 1)]).toEqual([1.25, 0.75, 2, 0.5, 1.25]);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SHORTCUTS } from './core/index.ts';
import { FOREIGN_STYLE } from './elements/foreign-style.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const elements = new URL('./elements/', import.meta.url);
const sources = readdirSync(elements).filter((name) => name.endsWith('.ts')).map((name) => readFileSync(new URL(name, elements), 'utf8')).join('\n');
const section = (title: string): string => readme.split(/^## /m).find((part) => part.startsWith(title)) ?? '';
const quoted = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? '');
const sorted = (names: Iterable<string>): string[] => [...new Set(names)].sort();

describe('what the README promises to pages', () => {
  it('names every variable of the player\'s look, and no other', () => {
    const used = [...FOREIGN_STYLE.matchAll(/(--of-[a-z-]+):/g)].map(([, name]) => name ?? '');
    expect(sorted(quoted(section('Look').split('The player lives')[0] ?? '').filter((name) => name.startsWith('--of-')))).toEqual(sorted(used));
  });

  it('names every part, and no other', () => {
    const written = [...sources.matchAll(/part: '([a-z -]+)'/g), ...sources.matchAll(/\bbutton\('([a-z-]+)'/g)].flatMap(([, names]) => names?.split(' ') ?? []);
    const table = section('Look').split('| part | what it is |')[1] ?? '';
    expect(sorted(quoted(table))).toEqual(sorted([...written, 'button']));
  });

  it('names every event it sends and every request it hears', () => {
    const events = readFileSync(new URL('player-events.ts', elements), 'utf8').matchAll(/^ {2}'(openfloor-[a-z-]+)'/gm);
    for (const [, name] of events) expect(section('Events')).toContain(`| \`${name}\` |`);
    const actions = readFileSync(new URL('requests.ts', elements), 'utf8').matchAll(/case '([a-z-]+)'/g);
    for (const [, action] of actions) expect(section('Events')).toContain(`'${action}'`);
  });

  it('names every key', () => {
    const said = section('Keys').split('\n').filter((line) => line.startsWith('| ')).slice(1).map((line) => line.split('|')[1]?.trim() ?? '');
    const printed = (key: string): string => ({ ' ': 'Space', ArrowLeft: '←', ArrowRight: '→' })[key] ?? (key !== key.toLowerCase() ? `Shift + ${key}` : key.toUpperCase());
    expect(sorted(said.flatMap((cell) => cell.split(/ \/ |, /)))).toEqual(sorted(SHORTCUTS.flatMap(({ keys }) => keys.map(printed))));
  });

  it('keeps its own rules lighter than any rule of the page for a part', () => {
    const rules = FOREIGN_STYLE.replace(/\/\*.*?\*\//gs, '').matchAll(/(?:^|[{};])\s*([^{};@]+)\{/g);
    const heavy = [...rules].map(([, selector]) => selector?.trim() ?? '').filter((selector) => !selector.startsWith(':where(') && !/^\.openfloor-foreign (:where\(.*\)(::before)?|\*.*|\[hidden\])$/s.test(selector));
    expect(heavy.filter((selector) => !selector.includes(':fullscreen'))).toEqual([]);
  });
});

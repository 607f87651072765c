import { describe, expect, it } from 'vitest';
import { findPlace, flatten } from './index.ts';

interface Node { readonly name: string; readonly children: readonly Node[] }
const leaf = (name: string, ...children: readonly Node[]): Node => ({ name, children });
const TREES = [leaf('a', leaf('b', leaf('c')), leaf('d')), leaf('e')];

describe('a tree', () => {
  it('knows the way to each place', () => {
    const found = findPlace(TREES, ({ name }) => name === 'c');
    expect(found?.parents.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(findPlace(TREES, ({ name }) => name === 'x')).toBeUndefined();
  });

  it('reads from the top', () => {
    expect(flatten(TREES).map(({ node, depth }) => `${depth}${node.name}`)).toEqual(['0a', '1b', '2c', '1d', '0e']);
  });
});

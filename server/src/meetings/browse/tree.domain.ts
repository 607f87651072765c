interface Branch<T> {
  readonly children: readonly T[];
}

/** A place in a tree, with the way to it from the top. */
export interface Place<T> {
  readonly node: T;
  /** From the top down, without the place itself. */
  readonly parents: readonly T[];
}

/** The first place in the trees that `is` it; undefined when there is none. */
export function findPlace<T extends Branch<T>>(trees: readonly T[], is: (node: T) => boolean, parents: readonly T[] = []): Place<T> | undefined {
  for (const node of trees) {
    const found = is(node) ? { node, parents } : findPlace(node.children, is, [...parents, node]);
    if (found) return found;
  }
  return undefined;
}

/** All places of the trees in reading order, each with its depth: 0 at the top. */
export function flatten<T extends Branch<T>>(trees: readonly T[], depth = 0): readonly { readonly node: T; readonly depth: number }[] {
  return trees.flatMap((node) => [{ node, depth }, ...flatten(node.children, depth + 1)]);
}

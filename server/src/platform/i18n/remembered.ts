/** Far more than any meeting has: tags come from outside, and nobody shall fill the memory with them. */
const MOST = 2000;

/**
 * The same function with its answers remembered, by its one text. A page asks a thousand times for the direction or the
 * name of a handful of languages, and Intl takes microseconds each time.
 */
export function remembered<Value>(find: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    let value = known.get(text);
    if (value === undefined) {
      value = find(text);
      if (known.size >= MOST) known.clear();
      known.set(text, value);
    }
    return value;
  };
}

/** An object of JSON whose fields aren't known yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** The value as an object; null where it is something else. */
export const asObject = (value: unknown): JsonObject | null => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : null);

/** The objects of a list; what else is in it is passed over. */
export const asObjects = (value: unknown): JsonObject[] => (Array.isArray(value) ? value.map(asObject).filter((each) => each !== null) : []);

/** Text that isn't empty; null for anything else. */
export const asText = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : typeof value === 'number' ? String(value) : null);

/** A finite number, also one written as text; null for anything else. */
export function asNumber(value: unknown): number | null {
  const number = typeof value === 'string' && /^-?\d+(?:\.\d+)?$/u.test(value.trim()) ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

/** Seconds as a number, as `1.300s` or as Google's seconds and nanos, in ms; null where it is none of these. */
export function asSeconds(value: unknown): number | null {
  const plain = asNumber(typeof value === 'string' ? value.replace(/s$/u, '') : value);
  if (plain !== null) return plain * 1000;
  const parts = asObject(value);
  return parts === null ? null : (asNumber(parts['seconds']) ?? 0) * 1000 + (asNumber(parts['nanos']) ?? 0) / 1_000_000;
}

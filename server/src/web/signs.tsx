// Signs of 24 x 24, drawn by one path each. They never stand alone: the words are beside them or in the label.
const PATHS = {
  sound: 'M12 4a8 8 0 0 0-8 8v5a2 2 0 0 0 2 2h2v-7H5.6a6.4 6.4 0 0 1 12.8 0H16v7h2a2 2 0 0 0 2-2v-5a8 8 0 0 0-8-8z',
  hands: 'M9.500 2.500a1.300 1.300 0 0 1 1.300 1.300V10h.800V2.800a1.300 1.300 0 0 1 2.600 0V10h.800V4.300a1.300 1.300 0 0 1 2.600 0v9.200l1.300-1.900a1.400 1.400 0 0 1 2.300 1.500l-3 5.700A6.600 6.600 0 0 1 12.400 22 6.400 6.400 0 0 1 6 15.600V6.300a1.300 1.300 0 0 1 2.600 0V10h-.400V3.800a1.300 1.300 0 0 1 1.300-1.300z',
  warning: 'M12 3 1.8 20.5h20.4zM11 10h2v5h-2zm0 6.2h2v2h-2z',
  search: 'M10.5 4a6.5 6.5 0 1 0 4 11.6l4.7 4.7 1.4-1.4-4.7-4.7A6.5 6.5 0 0 0 10.5 4zm0 2a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9z',
  play: 'M7 4.500v15l12-7.500z',
  bell: 'M12 3a1.5 1.5 0 0 1 1.5 1.5v.7A6 6 0 0 1 18 11v4.500l2 2V19H4v-1.500l2-2V11a6 6 0 0 1 4.500-5.800v-.7A1.500 1.500 0 0 1 12 3zm0 4a4 4 0 0 0-4 4v5.300l-.7.700h9.400l-.7-.700V11a4 4 0 0 0-4-4zm-2 13h4a2 2 0 0 1-4 0z',
  globe: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zm6.9 8h-3a14 14 0 0 0-1.2-5.3A7 7 0 0 1 18.9 11zM12 5c.7 0 2 2.2 2.2 6H9.8C10 7.2 11.3 5 12 5zM9.3 5.7A14 14 0 0 0 8.1 11h-3A7 7 0 0 1 9.3 5.7zM5.1 13h3c.1 2.1.5 3.9 1.2 5.3A7 7 0 0 1 5.1 13zM12 19c-.7 0-2-2.2-2.2-6h4.4C14 16.8 12.7 19 12 19zm2.7-.7c.7-1.4 1.1-3.2 1.2-5.3h3a7 7 0 0 1-4.2 5.3z',
  download: 'M11 4h2v8.2l2.8-2.8 1.4 1.4L12 16l-5.2-5.2 1.4-1.4 2.8 2.8zM5 18h14v2H5z',
  document: 'M6 3h8l5 5v13H6zm2 2v14h9V9h-4V5z',
  beside: 'M3 5h8v14H3zm2 2v10h4V7zm8-2h8v14h-8zm2 2v10h4V7z',
  quote: 'M4 7h6v5.500L7.500 17H5l1.500-4H4zm10 0h6v5.500L17.500 17H15l1.500-4H14z',
  up: 'm12 8 7 7-1.4 1.4-5.6-5.6-5.6 5.6L5 15z',
  down: 'm12 16-7-7 1.4-1.4 5.6 5.6 5.6-5.6L19 9z',
  words: 'M4 6h16v2H4zm0 5h16v2H4zm0 5h10v2H4z',
  ok: 'm9.5 16.2-4-4L4 13.7l5.5 5.5L20 8.7l-1.5-1.5z',
  fault: 'M6.4 5 5 6.4 10.6 12 5 17.6 6.4 19l5.6-5.6 5.6 5.6 1.4-1.4-5.6-5.6L19 6.4 17.6 5 12 10.6z',
  unknown: 'M11 16h2v2h-2zm1-10a4 4 0 0 0-4 4h2a2 2 0 1 1 3.2 1.6C11.8 12.6 11 13.4 11 15h2c0-1 .5-1.4 1.5-2.2A4 4 0 0 0 12 6z',
} as const;

export type SignName = keyof typeof PATHS;

/** A small sign; `aria-hidden`, so put its meaning in words next to it. */
export function Sign({ name }: { readonly name: SignName }) {
  return <svg class={`sign sign-${name}`} viewBox="0 0 24 24" aria-hidden="true"><path d={PATHS[name]} fill-rule="evenodd" /></svg>;
}

import { xml, type Xml } from '#platform/xml/index.ts';

/** What texts call what is heard and isn't speech, in the six languages; each with the element and the type that ParlaMint has for it. */
const NOISES: readonly { readonly words: RegExp; readonly element: 'kinesic' | 'vocal'; readonly type: string }[] = [
  { words: /applau|aplauso|аплодисмент|تصفيق|掌声|鼓掌/iu, element: 'kinesic', type: 'applause' },
  { words: /laugh|rires?\b|risas|смех|ضحك|笑声/iu, element: 'vocal', type: 'laughter' },
];

const BRACKETED = /^[[(（【［]\s*([^[\]()（）]+?)\s*[\])）】］][.。]?$/u;

/** What a text says in brackets and nothing besides, which nobody speaks; null for what is spoken. */
export const bracketed = (text: string): string | null => BRACKETED.exec(text)?.[1] ?? null;

/** What is heard or happens besides speech: applause and laughter as such, anything else as a note. */
export function happening(text: string): Xml {
  const noise = NOISES.find(({ words }) => words.test(text));
  // Whole sentences tell more than one thing.
  if (!noise || text.length > 60) return xml`<note type="narrative">${text}</note>`;
  return noise.element === 'kinesic' ? xml`<kinesic type="${noise.type}"><desc>${text}</desc></kinesic>` : xml`<vocal type="${noise.type}"><desc>${text}</desc></vocal>`;
}

import { sentenceEnds } from '../sentence-ends.ts';

/** Parts a text into sentences, in any language; paragraphs part it in any case, and sentences keep their punctuation. */
export function splitSentences(text: string): string[] {
  return text.normalize('NFC').split(/\s*\n\s*\n\s*|\u2029/u).flatMap((lines) => {
    const paragraph = lines.replaceAll(/\s+/gu, ' ');
    let from = 0;
    return sentenceEnds(paragraph).flatMap((to) => {
      const sentence = paragraph.slice(from, to).trim();
      from = to;
      return /[\p{L}\p{N}]/u.test(sentence) ? [sentence] : [];
    });
  });
}

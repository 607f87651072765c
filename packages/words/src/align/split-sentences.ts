// Titles and the like after which a sentence goes on, without their point, in small letters.
const ABBREVIATIONS = new Set(`mr mrs ms dr prof st no nos art arts para paras vol ch fig ed eds vs etc e.g i.e cf p pp gen col sgt rev hon amb
  m mm mme mlle mgr ste n° al ex p.ex sr sra srta d dña lic ing núm art arts págs pág ud uds ee.uu
  г гг ст стр п пп т.е т.д т.п т.к им ул д рис тыс млн млрд руб см др проф акад н.э г-н г-жа`.split(/\s+/u));

/**
 * Parts a text into sentences; paragraphs part it in any case, and sentences keep their punctuation.
 * @param language BCP 47.
 */
export function splitSentences(text: string, language: string): string[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  return text.normalize('NFC').split(/\s*\n\s*\n\s*|\u2029/u).flatMap((paragraph) => {
    const sentences: string[] = [];
    let open = '';
    for (const { segment } of segmenter.segment(paragraph.replaceAll(/\s+/gu, ' '))) {
      for (const piece of segment.split(/(?<=[؟?!。！？；]["'»”’)\]」』]*)(?=[^"'»”’)\]」』\s؟?!。！？；])/u)) {
        open += piece;
        if (goesOn(open)) continue;
        sentences.push(open.trim());
        open = '';
      }
    }
    return [...sentences, open.trim()].filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
  });
}

/** Whether a text that ends with a point ends with an abbreviation, an initial or a number in a list. */
function goesOn(text: string): boolean {
  const last = /(\S+)\.\s*$/u.exec(text)?.[1]?.replace(/^[("'«“‘[]+/u, '');
  if (last === undefined) return false;
  return ABBREVIATIONS.has(last.toLowerCase()) || /^\p{Lu}$/u.test(last) || (/^(?:\p{Lu}\.)+\p{Lu}$/u.test(last) && !/^(?:\p{Lu}\.)+\s*$/u.test(text)) || /^\s*\d{1,3}\.\s*$/u.test(text);
}

import { describe, expect, it } from 'vitest';
import { splitSentences } from './split-sentences.ts';

describe('splitSentences', () => {
  it.each([
    ['en', 'Mr. Smith spoke. He thanked Dr. Jones! Did she answer? Yes.', ['Mr. Smith spoke.', 'He thanked Dr. Jones!', 'Did she answer?', 'Yes.']],
    ['en', 'J. K. Adams has the floor. Art. 5 applies.', ['J. K. Adams has the floor.', 'Art. 5 applies.']],
    ['fr', 'M. Dupont a la parole. Merci ! Voir art. 3.', ['M. Dupont a la parole.', 'Merci !', 'Voir art. 3.']],
    ['es', 'La Sra. Gómez interviene. ¿Quién sigue? Nadie.', ['La Sra. Gómez interviene.', '¿Quién sigue?', 'Nadie.']],
    ['ru', 'Слово имеет г-н Иванов. Это было в 1948 г. в Париже. Спасибо.', ['Слово имеет г-н Иванов.', 'Это было в 1948 г. в Париже.', 'Спасибо.']],
    ['ar', 'هل توافقون؟ نعم. شكرا لكم.', ['هل توافقون؟', 'نعم.', 'شكرا لكم.']],
    ['zh', '人人生而自由。他们同意吗？同意！', ['人人生而自由。', '他们同意吗？', '同意！']],
  ])('knows where sentences end in %s: %s', (language, text, sentences) => {
    expect(splitSentences(text, language)).toEqual(sentences);
  });

  it('parts at paragraphs, joins lines, and leaves out what says nothing', () => {
    expect(splitSentences('A heading\n\nOne line\nand its rest.\n\n* * *\n', 'en')).toEqual(['A heading', 'One line and its rest.']);
    expect(splitSentences(' \n\n ', 'en')).toEqual([]);
  });
});

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
    ['en', 'The answer is no. We must stand up, e.g. No. 5 and the U.S. Government.', ['The answer is no.', 'We must stand up, e.g. No. 5 and the U.S. Government.']],
    ['fr', '« Que dit-elle ? » Rien... Voir p. 12 et M. A. Petit.', ['« Que dit-elle ? »', 'Rien...', 'Voir p. 12 et M. A. Petit.']],
    ['es', 'Por otra parte...La ayuda llega. EE.UU. Y nada más.', ['Por otra parte...', 'La ayuda llega.', 'EE.UU. Y nada más.']],
    ['ru', 'Выделили 100 млрд долл. США в год. Спасибо.', ['Выделили 100 млрд долл. США в год.', 'Спасибо.']],
    ['zh', '大会通过《宣言》。《宣言》全文如下：“不分国家。”完。', ['大会通过《宣言》。', '《宣言》全文如下：“不分国家。”', '完。']],
    ['hi', 'यह पहला वाक्य है। यह दूसरा है।', ['यह पहला वाक्य है।', 'यह दूसरा है।']],
  ])('knows where sentences end in %s: %s', (_, text, sentences) => {
    expect(splitSentences(text)).toEqual(sentences);
  });

  it('parts at paragraphs, joins lines, and leaves out what says nothing', () => {
    expect(splitSentences('A heading\n\nOne line\nand its rest.\n\n* * *\n')).toEqual(['A heading', 'One line and its rest.']);
    expect(splitSentences('1. The first of two. Its rest.\n\n12. The second.')).toEqual(['1. The first of two.', 'Its rest.', '12. The second.']);
    expect(splitSentences(' \n\n ')).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { canonicalTag, endonym, primaryLanguage, sameLanguage, toBcp47 } from './index.ts';

describe('toBcp47', () => {
  it.each([
    ['en', 'en'], ['eng', 'en'], ['ENG', 'en'], [' en ', 'en'],
    ['fr', 'fr'], ['fre', 'fr'], ['fra', 'fr'], ['fr_FR', 'fr-FR'], ['fr-ca', 'fr-CA'],
    ['ger', 'de'], ['deu', 'de'], ['dut', 'nl'], ['nld', 'nl'], ['gre', 'el'], ['ell', 'el'],
    ['chi', 'zh'], ['zho', 'zh'], ['zh', 'zh'], ['cmn', 'zh'], ['zh-CN', 'zh-CN'], ['zh_hans', 'zh-Hans'], ['zh-cmn-Hans', 'zh-Hans'], ['zh-yue', 'yue'],
    ['ara', 'ar'], ['arb', 'ar'], ['rus', 'ru'], ['spa', 'es'], ['es-419', 'es-419'],
    ['per', 'fa'], ['fas', 'fa'], ['may', 'ms'], ['rum', 'ro'], ['mol', 'ro'], ['scc', 'sr'], ['iw', 'he'], ['in', 'id'],
    ['swa', 'sw'], ['tgl', 'fil'], ['nob', 'nb'], ['sr-latn-rs', 'sr-Latn-RS'], ['pt-BR', 'pt-BR'],
    ['mul', 'mul'], ['zxx', 'zxx'], ['qaa', 'qaa'], ['qtz', 'qtz'], ['sgn-ase', 'ase'], ['ase', 'ase'],
  ])('reads the code %s as %s', (said, tag) => expect(toBcp47(said)).toBe(tag));

  it.each([
    ['French', 'fr'], ['français', 'fr'], ['FRANÇAIS', 'fr'], ['Francais', 'fr'],
    ['العربية', 'ar'], ['عربي', 'ar'], ['Arabic', 'ar'], ['arabe', 'ar'], ['арабский', 'ar'], ['阿拉伯语', 'ar'],
    ['中文', 'zh'], ['Mandarin', 'zh'], ['普通话', 'zh'], ['Chinese', 'zh'], ['chinois', 'zh'], ['الصينية', 'zh'],
    ['Русский', 'ru'], ['Russian', 'ru'], ['俄语', 'ru'], ['Español', 'es'], ['Spanish', 'es'], ['Castilian', 'es'], ['испанский', 'es'],
    ['English', 'en'], ['anglais', 'en'], ['英语', 'en'], ['Deutsch', 'de'], ['Português', 'pt'], ['Farsi', 'fa'], ['Kiswahili', 'sw'],
    ['日本語', 'ja'], ['한국어', 'ko'], ['Українська', 'uk'], ['Simplified Chinese', 'zh-Hans'], ['Dari', 'fa-AF'], ['Multilingual', 'mul'], ['Cantonese', 'yue'],
  ])('reads the name %s as %s', (said, tag) => expect(toBcp47(said)).toBe(tag));

  it.each(['', '  ', 'und', 'UND', 'unknown', 'n/a', 'Audio 1', 'floor', 'track', 'xyz', 'zz', 'en us', '12', 'English/French', '-', 'en--', '🙂', 'constructor'])('finds no language in "%s"', (said) =>
    expect(toBcp47(said)).toBeUndefined());

  it('knows every bibliographic code of ISO 639-2 that differs from the terminological one', () => {
    const pairs = 'alb/sqi arm/hye baq/eus bur/mya chi/zho cze/ces dut/nld fre/fra geo/kat ger/deu gre/ell ice/isl mac/mkd mao/mri may/msa per/fas rum/ron slo/slk tib/bod wel/cym';
    for (const pair of pairs.split(' ')) {
      const [b = '', t = ''] = pair.split('/');
      expect([pair, toBcp47(b)]).toEqual([pair, toBcp47(t)]);
      expect(toBcp47(b)).toMatch(/^[a-z]{2}$/);
    }
  });

  it('gives back each language by its own name and by its English one', () => {
    const english = new Intl.DisplayNames('en', { type: 'language' });
    for (const tag of ['ar', 'bn', 'de', 'el', 'en', 'es', 'fa', 'fr', 'he', 'hi', 'hy', 'id', 'it', 'ja', 'ka', 'ko', 'nl', 'pl', 'pt', 'ru', 'sw', 'ta', 'th', 'tr', 'uk', 'ur', 'vi', 'zh']) {
      expect(toBcp47(endonym(tag))).toBe(tag);
      expect(toBcp47(english.of(tag) ?? '')).toBe(tag);
    }
  });
});

describe('canonicalTag', () => {
  it('takes any well-formed tag, known or not, and nothing else', () => {
    expect(['fre', 'quy', 'x-private', 'en_gb', 'not a tag', ''].map(canonicalTag)).toEqual(['fr', 'quy', undefined, 'en-GB', undefined, undefined]);
  });
});

describe('sameLanguage', () => {
  it.each([['zh', 'cmn'], ['zh-Hant', 'zh-Hans-CN'], ['fr', 'fre'], ['no', 'nb'], ['nn', 'nb'], ['pt-BR', 'pt-PT'], ['mul', 'mul'], ['sr-Latn', 'sr-Cyrl']])('%s is %s', (a, b) =>
    expect(sameLanguage(a, b)).toBe(true));
  it.each([['zh', 'yue'], ['fr', 'en'], ['mul', 'fr'], ['es', 'et'], ['no', 'sv']])('%s is not %s', (a, b) => expect(sameLanguage(a, b)).toBe(false));
  it('tells the primary language', () => expect(['zh-Hans-CN', 'FRE', 'not a tag'].map(primaryLanguage)).toEqual(['zh', 'fr', 'not a tag']));
});

describe('endonym', () => {
  it.each([
    ['fr', 'Français'], ['en', 'English'], ['es', 'Español'], ['ru', 'Русский'], ['ar', 'العربية'], ['zh', '中文'], ['zh-Hant', '繁體中文'], ['de', 'Deutsch'],
    ['pt-BR', 'Português (Brasil)'], ['el', 'Ελληνικά'], ['hy', 'Հայերեն'], ['ka', 'ქართული'], ['tr', 'Türkçe'], ['zu', 'isiZulu'], ['ja', '日本語'],
    ['mul', 'Multiple languages'], ['qaa', 'qaa'], ['!', '!'],
  ])('of %s is %s', (tag, name) => expect(endonym(tag)).toBe(name));
});

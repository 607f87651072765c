import { expect, it } from 'vitest';
import { readWords } from '../read/read-words.ts';
import { imsc, shownParagraphs } from './reference.test-support.ts';
import { writeTtml } from './write.ts';

const read = (text: string) => readWords(new TextEncoder().encode(text));
const tt = (inside: string, attributes = '') => `<?xml version="1.0"?>\n<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttp="http://www.w3.org/ns/ttml#parameter" xmlns:ttm="http://www.w3.org/ns/ttml#metadata" xml:lang="en" ${attributes}>\n${inside}\n</tt>`;
const timed = (text: string) => read(text).segments.map(({ startMs, endMs, text: spoken }) => [startMs, endMs, spoken]);

it('reads offsets, frames and ticks, nested and in sequence', () => {
  expect(timed(tt(`<body begin="10s"><div timeContainer="seq"><p dur="1.5s">One <span>more</span><br/>line</p><p begin="500ms" dur="00:00:01:12">Two</p></div>
    <div begin="1m"><p begin="240t" end="360t">Three</p></div></body>`, 'ttp:frameRate="24" ttp:tickRate="120"'))).toEqual([
    [10_000, 11_500, 'One more\nline'], [12_000, 13_500, 'Two'], [72_000, 73_000, 'Three'],
  ]);
  expect(timed(tt('<body><div><p begin="00:00:10:00" end="300f">x</p></div></body>', 'ttp:frameRate="30" ttp:frameRateMultiplier="1000 1001"'))).toEqual([[10_000, 10_010, 'x']]);
});

it('reads speakers, languages, space and ruby', () => {
  const { segments, language } = read(tt(`<head><metadata><ttm:agent xml:id="a" type="person"><ttm:name>Amina Diallo</ttm:name></ttm:agent></metadata></head>
    <body xmlns:tts="http://www.w3.org/ns/ttml#styling"><div ttm:agent="a"><p begin="1s" end="2s" xml:lang="fr">  Merci
    beaucoup </p><p begin="3s" end="4s" xml:space="preserve">a  b</p><p begin="5s" end="6s" ttm:agent="x"><span tts:ruby="base">漢</span><span tts:ruby="text">かん</span></p></div></body>`));
  expect(language).toBe('en');
  expect(segments.map(({ text, speaker, language: own }) => [text, speaker, own])).toEqual([['Merci beaucoup', 'Amina Diallo', 'fr'], ['a  b', 'Amina Diallo', null], ['漢(かん)', 'x', null]]);
});

it('reads short timed spans as words, long ones as captions of their own', () => {
  const [painted] = read(tt('<body><div><p begin="1s" end="4s"><span>We </span><span begin="1s">meet </span><span begin="2s">again</span></p></div></body>')).segments;
  expect([painted?.text, painted?.words?.map(({ text, startMs, endMs }) => [text, startMs, endMs])]).toEqual(['We meet again', [['We', 1000, 2000], ['meet', 2000, 3000], ['again', 3000, 4000]]]);
  expect(timed(tt('<body><div><p timeContainer="seq"><span dur="1s">A sentence of more than thirty letters.</span><span dur="2s">And yet another one that is long.</span></p></div></body>'))).toEqual([
    [0, 1000, 'A sentence of more than thirty letters.'], [1000, 3000, 'And yet another one that is long.'],
  ]);
});

it('keeps text without times and outside paragraphs, gives open captions an end, and tells what isn’t well formed', () => {
  const { segments, passages, damage } = read(tt('<body><div>stray<p>untimed</p><p begin="1s">open</p><p begin="2s" end="nonsense">x &nbsp; y</p></body>'));
  expect(segments.map(({ startMs, endMs, text }) => [startMs, endMs, text])).toEqual([[1000, 2000, 'open'], [2000, 5000, 'x &nbsp; y']]);
  expect(passages.map(({ text }) => text)).toEqual(['untimed', 'stray']);
  expect(damage.filter(({ line }) => line === 3).length).toBeGreaterThanOrEqual(4);
});

it('reads no document type: nothing is fetched, nothing multiplied', () => {
  const bomb = `<!DOCTYPE tt [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>`;
  const { segments, damage } = read(tt('<body><div><p begin="1s" end="2s">&x; &b;</p></div></body>').replace('<tt ', `${bomb}<tt `));
  expect(segments[0]?.text).toBe('&x; &b;');
  expect(damage.some(({ says }) => says.includes('document type'))).toBe(true);
});

it('refuses what is nested too deeply, and XML that is no TTML', () => {
  expect(() => read(tt('<body>' + '<div>'.repeat(100_000)))).toThrow(expect.objectContaining({ code: 'nested_too_deeply' }));
  expect(() => read('<?xml version="1.0"?><rss><channel/></rss>')).toThrow(expect.objectContaining({ code: 'unknown_format' }));
});

it('writes what it reads', () => {
  const base = { words: null, speaker: null, language: null };
  const segments = [
    { ...base, startMs: 1000, endMs: 2345, text: 'a < b && "c" > d\nnext  line', speaker: 'M. "Roy" & co' },
    { ...base, startMs: 3_600_000 * 30, endMs: 3_600_000 * 30 + 1, text: 'قال Kofi Annan اليوم', language: 'ar' },
  ];
  const written = writeTtml(segments, { language: 'fr' });
  expect(written).toContain('tts:direction="rtl"');
  expect(read(written)).toMatchObject({ segments, language: 'fr', damage: [] });
  const words = [{ startMs: 1000, endMs: 1500, text: 'We', confidence: null }, { startMs: 1500, endMs: 2000, text: 'meet', confidence: null }];
  const spoken = [{ ...base, startMs: 1000, endMs: 2000, text: 'We meet', words }];
  expect(read(writeTtml(spoken, { wordTimes: true })).segments).toEqual(spoken);
});

it('writes what the reference reader takes without complaint', () => {
  const base = { words: null, speaker: 'Chair', language: null };
  const words = [{ startMs: 5000, endMs: 5500, text: 'We', confidence: null }, { startMs: 5500, endMs: 6000, text: 'meet', confidence: null }];
  const segments = [{ ...base, startMs: 1000, endMs: 2000, text: 'One\nmore & <more>' }, { ...base, startMs: 3000, endMs: 4000, text: 'قال Kofi Annan', language: 'ar' }, { ...base, startMs: 5000, endMs: 6000, text: 'We meet', words }];
  const said: string[] = [];
  const complaints = { info: (text: string) => said.push(text), warn: (text: string) => said.push(text), error: (text: string) => said.push(text), fatal: (text: string) => said.push(text) };
  const document = imsc.fromXML(writeTtml(segments, { language: 'en', wordTimes: true }), complaints);
  const at = (seconds: number): string[] => shownParagraphs(imsc.generateISD(document, seconds, complaints));
  expect(document?.getMediaTimeEvents()).toEqual([0, 1, 2, 3, 4, 5, 5.5, 6]);
  expect([at(1.5), at(2.5), at(3.5), at(5.2).map((text) => text.trim()), at(5.7)]).toEqual([['Onemore & <more>'], [], ['قال Kofi Annan'], ['We'], ['We meet']]);
  expect(said).toEqual([]);
});

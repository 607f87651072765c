import { describe, expect, it } from 'vitest';
import { folderOf, smallFolder } from '../testing/sample-folder.ts';
import { parseMeetingYaml } from './parse.schema.ts';
import { writeMeetingYaml } from './writer.ts';

/** Texts that break software, and are still somebody's title. */
const TEXTS = [
  'null', 'true', '~', 'NaN', '0x1F', '1e3', '2020-12-03', '012', '- a', '? b', 'key: value', '# no comment', '&anchor *alias', '!tag', '%YAML 1.1', '--- a', '...',
  '"', "'", "it''s", '\\', '\\u0000', '{{ 7*7 }}', '${7*7}', '<script>alert(1)</script>', '</title><b>', '%00', '%s%n', "'; DROP TABLE meetings; --", '$(reboot)', '`id`',
  '__proto__', 'constructor', 'ﷺ', '\u202eevil\u202c', '\u2066isolate\u2069', '\u200b\u200bzero', '👩‍👩‍👧‍👦 🏳️‍🌈 🇫🇷', 'Ṱ̺̺̕o͞ ̷i̲̬͇̪͙n̝̗͕v̟̜̘̦͟o̶̙̰̠kè͚̮̺̪̹̱̤', 'العربية مع English',
  'trailing space ', ' leading', 'two\nlines', 'line\n\n  indented\n', 'tab\there', '\ufeffbom', '\u2028sep\u2029', '𝒳 𐐀', 'ノ,',
];

const EVERYWHERE = (text: string) => smallFolder({
  title: { en: text, ar: text },
  description: { und: text },
  symbol: text,
  body: { slug: 'b', name: { en: text }, parent: null },
  series: { slug: 's', title: { en: text } },
  documents: [{ symbol: text, title: { fr: text }, url: null }],
  agenda: [{ title: { en: text }, symbol: text, startMs: null, endMs: null }],
  interventions: [{ speaker: { slug: 'p', name: { en: text } }, capacity: { en: text }, language: 'en', startMs: 0, endMs: null, agendaItem: null }],
  floorLanguages: ['en'],
  rights: { licence: text, url: null, holder: text, notice: { en: text } },
  recording: {
    channels: [{ key: 'c', role: 'floor', language: 'en', label: { en: text }, provenance: { method: null, by: text, from: null, note: text }, gaps: [] }],
    parts: [{ startMs: null, picture: null, secondPicture: null, sound: [{ channel: 'c', file: 'a.wav', track: null, offsetMs: 0, pick: 'all' }] }],
  },
});

describe('texts that break software', () => {
  it.each(TEXTS)('go into a folder and come back: %j', (text) => {
    const folder = EVERYWHERE(text);
    expect(folderOf(writeMeetingYaml(folder))).toEqual(folder);
  });

  it.each(['', ' \n', 'nul \u0000', 'bell \u0007', 'escape \u001b[31m', 'half \ud83d'])('are refused with a sentence when no database can hold them: %j', (text) => {
    const parsed = parseMeetingYaml(writeMeetingYaml(smallFolder({ title: { en: text } })));
    expect(parsed).toMatchObject({ ok: false });
  });
});

import { describe, expect, it } from 'vitest';
import { sampleMeeting } from '../pages/sample.test-support.ts';
import { citationOf, citeBibtex, citeCsl, citeRis, citeText } from './index.ts';

const source = {
  meeting: { ...sampleMeeting, topics: [{ slug: 'police', label: { en: 'Policing' } }] }, language: 'en', format: 'Open video conference', durationMs: 3_723_000, momentMs: 0,
  publisher: 'Openfloor', origin: 'https://tv.example', now: new Date('2026-11-24T08:00:00Z'),
} as const;
const citation = citationOf(source);
const bare = citationOf({ ...source, meeting: { ...sampleMeeting, title: { ar: 'جلسة' }, slug: 'جلسة', body: null, series: null, symbol: null, starts: null, topics: [] }, format: null, durationMs: 0 });

describe('what a reference is made of', () => {
  it('is the day where the meeting was held, and an address without a language', () => {
    expect(citation).toMatchObject({ key: 'security-sector-reform', day: '2020-12-03', address: 'https://tv.example/meetings/security-sector-reform', accessed: '2026-11-24' });
    expect(citationOf({ ...source, meeting: { ...sampleMeeting, starts: '2020-12-04T03:00:00.000Z' } }).day).toBe('2020-12-03');
  });

  it('is the moment, to the second', () => {
    expect(citationOf({ ...source, momentMs: 63_999 }).address).toBe('https://tv.example/meetings/security-sector-reform?t=63');
  });

  it('has a key in Latin letters, and the address percent-encoded', () => {
    expect(bare).toMatchObject({ key: 'meeting-meeting-', title: 'جلسة', titleLanguage: 'ar', address: 'https://tv.example/meetings/%D8%AC%D9%84%D8%B3%D8%A9' });
  });
});

describe('a reference in words', () => {
  it('reads as each language writes it', () => {
    expect(citeText(citation, 'en', 'accessed 24 November 2026')).toBe(
      'Security Council, “Security sector reform”, Maintenance of international peace and security, Open video conference, S/2020/1, 3 December 2020. Openfloor, https://tv.example/meetings/security-sector-reform (accessed 24 November 2026)');
    expect(citeText(citationOf({ ...source, language: 'zh', momentMs: 63_000 }), 'zh', '2026年11月24日访问')).toMatch(/《Security sector reform》.*，2020年12月3日，1:03。Openfloor，https:.*t=63（2026年11月24日访问）$/);
    expect(citeText(bare, 'ar', 'x')).toMatch(/^«جلسة»\. Openfloor/);
  });
});

describe('the reference to a clip', () => {
  const clip = citationOf({ ...source, momentMs: 63_000, clip: { id: 'bcd2345678', speaker: 'Ms. Amina Kone, Niger', quote: 'We need {50 %} more.' } });

  it('has its own address, who speaks, and the words', () => {
    expect(clip).toMatchObject({ key: 'security-sector-reform-bcd2345678', address: 'https://tv.example/clips/bcd2345678' });
    expect(citeText(clip, 'en', 'x')).toMatch(/^Ms\. Amina Kone, Niger, Security Council, “Security sector reform”.*, 1:03\. Openfloor, https:\/\/tv\.example\/clips\/bcd2345678/);
    expect(citeBibtex(clip)).toContain('abstract = {We need \\{50 \\%\\} more.}');
    expect(citeRis(clip)).toContain('N1  - Ms. Amina Kone, Niger\r\nAB  - We need {50 %} more.\r\n');
    expect(citeCsl(clip)[0]).toMatchObject({ note: 'Ms. Amina Kone, Niger, 1:03', abstract: 'We need {50 %} more.', URL: 'https://tv.example/clips/bcd2345678' });
  });
});

describe('BibTeX', () => {
  it('has every field it knows', () => {
    expect(citeBibtex(citation)).toBe(`@misc{security-sector-reform,
  author = {{Security Council}},
  title = {{Security sector reform}},
  year = {2020},
  month = dec,
  day = {3},
  type = {Open video conference},
  howpublished = {Openfloor},
  note = {Maintenance of international peace and security, S/2020/1},
  keywords = {Policing},
  url = {https://tv.example/meetings/security-sector-reform},
  urldate = {2026-11-24},
}
`);
  });

  it('lets no sign of a title break the entry', () => {
    const title = 'A_B {50 %} & #1 \\ $ ~ ^\n}';
    expect(citeBibtex({ ...citation, title })).toContain('title = {{A\\_B \\{50 \\%\\} \\& \\#1 \\textbackslash{} \\$ \\textasciitilde{} \\textasciicircum{} \\}}},');
    expect(citeBibtex(bare)).not.toMatch(/author|year|note|type|keywords/);
  });
});

describe('RIS', () => {
  it('is one record of tagged lines', () => {
    const lines = citeRis({ ...citation, momentMs: 63_000 }).split('\r\n');
    expect(lines.slice(0, 6)).toEqual([
      'TY  - VIDEO', 'TI  - Security sector reform', 'AU  - Security Council,', 'T2  - Maintenance of international peace and security', 'PY  - 2020', 'DA  - 2020/12/03',
    ]);
    expect(lines).toEqual(expect.arrayContaining(['RT  - 1:02:03', 'N1  - 1:03', 'KW  - Policing', 'Y2  - 2026/11/24']));
    expect(lines.slice(-2)).toEqual(['ER  - ', '']);
  });

  it('keeps a title on its line', () => {
    expect(citeRis({ ...citation, title: 'a\r\nER  - b' }).match(/^ER/gm)).toHaveLength(1);
  });
});

describe('CSL-JSON', () => {
  it('says the same in the names of CSL', () => {
    expect(citeCsl(citation)).toEqual([{
      id: 'security-sector-reform', type: 'broadcast', title: 'Security sector reform', language: 'en', author: [{ literal: 'Security Council' }],
      'container-title': 'Maintenance of international peace and security', genre: 'Open video conference', number: 'S/2020/1',
      issued: { 'date-parts': [[2020, 12, 3]] }, 'event-date': { 'date-parts': [[2020, 12, 3]] }, keyword: 'Policing', dimensions: '1:02:03',
      publisher: 'Openfloor', URL: 'https://tv.example/meetings/security-sector-reform', accessed: { 'date-parts': [[2026, 11, 24]] },
    }]);
    expect(Object.keys(citeCsl(bare)[0] ?? {})).toEqual(['id', 'type', 'title', 'language', 'publisher', 'URL', 'accessed']);
  });
});

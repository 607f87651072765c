import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { makeTestMeeting } from '../../fixtures/meeting/index.ts';
import type { Openfloor } from '../openfloor.ts';

/** Below the language of the page, by the name of its picture: one of each kind. */
export const PAGES = {
  'home': '', 'meeting': 'meetings/water', 'words': 'meetings/water/words/ar?with=en&find=water&doubt=1', 'announced': 'meetings/rivers', 'body': 'bodies/water-council', 'category': 'categories/debates', 'topic': 'topics/drought', 'topics': 'topics?q=water',
  'speaker': 'speakers/amina-farah', 'series': 'series/water-week', 'month': 'schedule/2021-05', 'day': 'schedule/2021-05-20', 'search': 'search?q=water', 'about': 'about',
  'accessibility': 'accessibility', 'help': 'help', 'missing': 'nothing/here',
} as const;

// The second speaker's words begin so late that they are his however far behind the booth is found to be.
const ARABIC = '1\n00:00:00,400 --> 00:00:03,800\nالمياه حق للجميع. أعطي الكلمة للسيد Luc Morel.\n\n2\n00:00:06,400 --> 00:00:07,900\nشكرا سيدتي الرئيسة. آبارنا جفت في الصيف الماضي.\n';
const word = (text: string, startMs: number, confidence = 0.95) => ({ startMs, endMs: startMs + 300, text, confidence });
const ENGLISH = JSON.stringify({
  format: 'openfloor-words', version: 1, language: 'en',
  segments: [
    { startMs: 0, endMs: 1900, text: 'Water is everybody’s right.', words: [word('Water', 0), word('is', 400), word('everybody’s', 700), word('right.', 1300)] },
    { startMs: 2000, endMs: 3900, text: 'I give the floor to Luc Morel.', words: [word('I', 2000), word('give', 2200), word('the', 2400), word('floor', 2600), word('to', 2900), word('Luc', 3100, 0.3), word('Morel.', 3400, 0.2)] },
    { startMs: 5600, endMs: 7500, text: 'Thank you, Chair. Our wells had no water last summer.', words: null },
  ],
});

const MEETINGS = [
  {
    slug: 'water', starts: '2021-05-20T10:00:00+02:00', title: { en: 'Water in dry years', ar: 'المياه في سنوات الجفاف' }, description: { en: 'How towns share what there is.', ar: 'كيف تتقاسم المدن ما هو متاح.' },
    symbol: 'W/2021/7', agenda: [{ title: { en: 'Opening', ar: 'الافتتاح' }, start: 0 }, { title: { en: 'Statements', ar: 'البيانات' }, start: 3 }],
    documents: [{ symbol: 'W/2021/L.2', title: { en: 'Draft decision', ar: 'مشروع مقرر' } }], topics: [{ slug: 'drought', label: { en: 'Drought', ar: 'الجفاف' } }],
    interventions: [
      { speaker: { slug: 'amina-farah', name: { en: 'Amina Farah', ar: 'أمينة فرح' } }, capacity: { en: 'Chair', ar: 'الرئيسة' }, language: 'en', start: 0, end: 3 },
      { speaker: { slug: 'luc-morel', name: { en: 'Luc Morel' } }, capacity: { en: 'Town of Belleau', fr: 'Ville de Belleau' }, language: 'fr', start: 3, end: 8, agendaItem: 2 },
    ],
    words: [{ kind: 'transcript', channel: 'en', file: 'en.json' }, { kind: 'captions', channel: 'ar', file: 'ar.srt' }],
    recording: {
      picture: { file: 'meeting.mkv' },
      channels: [
        { id: 'floor', role: 'floor', language: 'mul', file: 'meeting.mkv', track: 0 },
        ...['en', 'fr', 'ar'].map((id, n) => ({ id, role: 'interpretation', language: id, file: 'meeting.mkv', track: n + 1 })),
      ],
    },
  },
  // Announced for a day that no run of the tests will see.
  { slug: 'rivers', starts: '2096-03-12T10:00:00+01:00', title: { en: 'Rivers and their banks', ar: 'الأنهار وضفافها' } },
  { slug: 'wells', starts: '2021-05-06T15:00:00+02:00', title: { en: 'Water from deep wells', fr: 'L’eau des puits profonds' } },
];

/** Fills a catalogue with the same few meetings each time; nothing in it depends on the day of the test. */
export async function fillCatalogue(openfloor: Openfloor): Promise<void> {
  for (const meeting of MEETINGS) {
    const folder = join(openfloor.folder, meeting.slug);
    await mkdir(folder);
    if ('recording' in meeting) {
      await makeTestMeeting({
        file: join(folder, 'meeting.mkv'), durationSeconds: 8, picture: { width: 640, height: 360 },
        channels: [{ id: 'floor', language: 'mul' }, { id: 'en', language: 'en' }, { id: 'fr', language: 'fr' }, { id: 'ar', language: 'ar' }],
      });
    }
    await Promise.all([writeFile(join(folder, 'en.json'), ENGLISH), writeFile(join(folder, 'ar.srt'), ARABIC)]);
    await writeFile(join(folder, 'meeting.yaml'), JSON.stringify({
      schema: 'openfloor/meeting/1', ...meeting, published: '2021-06-01T12:00:00Z', format: 'meeting', timezone: 'Europe/Vienna', categories: [{ path: 'debates', name: { en: 'Debates', ar: 'مناقشات' } }],
      body: { slug: 'water-council', name: { en: 'Water Council', ar: 'مجلس المياه' } }, series: { slug: 'water-week', title: { en: 'Water week', ar: 'أسبوع المياه' } },
    }));
    await openfloor.must('publish', folder, ...('recording' in meeting ? ['--wait'] : []));
  }
  await lagMeasured(openfloor, 'water');
}

/** Texts stand side by side by the lag: a picture taken before it is measured would be of another page. */
async function lagMeasured(openfloor: Openfloor, slug: string): Promise<void> {
  for (let tries = 0; tries < 120; tries += 1) {
    const answer = await fetch(new URL(`api/v1/meetings/${slug}/lag`, openfloor.url));
    const { channels } = await answer.json() as { readonly channels: readonly unknown[] };
    if (channels.length > 0) return;
    await setTimeout(500);
  }
  throw new Error(`the lag of ${slug} was not measured within a minute`);
}

import type { Voice, VoiceLanguage } from '../../../fixtures/voices/index.ts';
import type { TestSet } from './texts.ts';

type Speaker = Omit<Voice, 'language' | 'rate'>;

/** Throats, pitches and dialects, none of them the reference's (no variant, pitch 50, no dialect), none in both sets. */
const THROATS: Readonly<Record<TestSet, readonly Speaker[]>> = {
  tuning: [{ variant: 'f2', pitch: 60 }, { variant: 'm3', pitch: 38 }, { variant: 'klatt2', pitch: 45 }, { variant: 'linda', pitch: 70 }],
  measured: [{ variant: 'f4', pitch: 65 }, { variant: 'm7', pitch: 42 }, { variant: 'klatt4', pitch: 35 }, { variant: 'Andrea', pitch: 58 }],
};

const DIALECTS: Readonly<Partial<Record<VoiceLanguage, Readonly<Record<TestSet, readonly string[]>>>>> = {
  en: { tuning: ['en-us', 'en-gb-x-rp'], measured: ['en-gb-scotland', 'en-029'] },
  fr: { tuning: ['fr-be'], measured: ['fr-ch'] },
  es: { tuning: ['es'], measured: ['es-419'] },
};

/** Who speaks in a channel of a language. */
export function speakersOf(language: VoiceLanguage, set: TestSet): readonly Omit<Voice, 'rate'>[] {
  const dialects = DIALECTS[language]?.[set] ?? [];
  return THROATS[set].map((throat, n) => {
    const dialect = dialects[n % Math.max(1, dialects.length)];
    return { language, ...throat, ...(dialect === undefined ? {} : { dialect }) };
  });
}

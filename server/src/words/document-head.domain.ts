import type { MeetingDetail } from '#meetings/index.ts';
import { formatDate, isUiLanguage, languageName, pick, type UiLanguage } from '#platform/i18n/index.ts';
import type { ChannelText, TextKind, TextStatus } from './words.domain.ts';

/** What stands above the words of a document: the meeting, and what the text is. */
export interface DocumentHead {
  readonly title: string;
  readonly about: readonly string[];
}

const NAMES: Readonly<Record<UiLanguage, Readonly<Record<TextKind | TextStatus, string>>>> = {
  ar: { record: 'المحضر الرسمي', captions: 'نص على الشاشة', transcript: 'نص مكتوب لما قيل', machine: 'كتبته آلة وقد يكون فيه خطأ', edited: 'راجعه أشخاص', final: 'نص نهائي' },
  zh: { record: '正式记录', captions: '字幕', transcript: '发言文字', machine: '由机器记录，可能有误', edited: '经人工校订', final: '定稿' },
  en: { record: 'Official record', captions: 'Captions', transcript: 'Transcript', machine: 'written by a machine, may be wrong', edited: 'corrected by people', final: 'final' },
  fr: { record: 'Compte rendu officiel', captions: 'Sous-titres', transcript: 'Transcription', machine: 'écrite par une machine, peut contenir des erreurs', edited: 'relue par des personnes', final: 'version définitive' },
  ru: { record: 'Официальный отчёт', captions: 'Субтитры', transcript: 'Расшифровка', machine: 'составлено машиной, возможны ошибки', edited: 'проверено людьми', final: 'окончательный текст' },
  es: { record: 'Acta oficial', captions: 'Subtítulos', transcript: 'Transcripción', machine: 'hecha por una máquina, puede contener errores', edited: 'revisada por personas', final: 'versión definitiva' },
};

/** The head of a document in the language of its text, as far as there are words for it. */
export function documentHead(meeting: Pick<MeetingDetail, 'title' | 'symbol' | 'starts' | 'timezone'>, text: Pick<ChannelText, 'kind' | 'language' | 'status'>): DocumentHead {
  const base = text.language.split('-', 1)[0] ?? '';
  const language: UiLanguage = isUiLanguage(base) ? base : 'en';
  const names = NAMES[language];
  const when = meeting.starts === null ? [] : [formatDate(new Date(meeting.starts), language, meeting.timezone)];
  return {
    title: pick(meeting.title, text.language)?.text ?? '',
    about: [...(meeting.symbol === null ? [] : [meeting.symbol]), ...when, `${names[text.kind]} · ${languageName(text.language, language)} · ${names[text.status]}`],
  };
}

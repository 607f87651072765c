import { UI_LANGUAGES, type LocalizedText, type UiLanguage } from '#platform/i18n/index.ts';
import { oneLine } from '../proceedings/paragraph-text.domain.ts';

/** A text in several languages, as IIIF has it. */
export type LanguageMap = Readonly<Record<string, readonly string[]>>;

/** The words of manifests, in the languages of the pages. */
const WORDS = {
  agenda: { ar: 'جدول الأعمال والمتحدثون', zh: '议程与发言人', en: 'Agenda and speakers', fr: 'Ordre du jour et intervenants', ru: 'Повестка дня и выступающие', es: 'Orden del día y oradores' },
  terms: { ar: 'شروط الاستخدام', zh: '使用条款', en: 'Terms of use', fr: 'Conditions d’utilisation', ru: 'Условия использования', es: 'Condiciones de uso' },
  body: { ar: 'الهيئة', zh: '机构', en: 'Body', fr: 'Organe', ru: 'Орган', es: 'Órgano' },
  symbol: { ar: 'الرمز', zh: '文号', en: 'Symbol', fr: 'Cote', ru: 'Условное обозначение', es: 'Signatura' },
  date: { ar: 'التاريخ', zh: '日期', en: 'Date', fr: 'Date', ru: 'Дата', es: 'Fecha' },
  topics: { ar: 'المواضيع', zh: '主题', en: 'Topics', fr: 'Thèmes', ru: 'Темы', es: 'Temas' },
  page: { ar: 'صفحة الاجتماع', zh: '会议页面', en: 'Page of the meeting', fr: 'Page de la réunion', ru: 'Страница заседания', es: 'Página de la reunión' },
  recording: { ar: 'التسجيل بجميع اللغات', zh: '所有语言的录像', en: 'Recording in all languages', fr: 'Enregistrement dans toutes les langues', ru: 'Запись на всех языках', es: 'Grabación en todos los idiomas' },
  data: { ar: 'كل ما يُعرف عن الاجتماع', zh: '会议的全部数据', en: 'Everything known about the meeting', fr: 'Tout ce que l’on sait de la réunion', ru: 'Все данные о заседании', es: 'Todo lo que se sabe de la reunión' },
  meetings: { ar: 'الاجتماعات', zh: '会议', en: 'Meetings', fr: 'Réunions', ru: 'Заседания', es: 'Reuniones' },
  captions: { ar: 'نص على الشاشة', zh: '字幕', en: 'Captions', fr: 'Sous-titres', ru: 'Субтитры', es: 'Subtítulos' },
  transcript: { ar: 'نص مكتوب لما قيل', zh: '发言文字', en: 'Transcript', fr: 'Transcription', ru: 'Расшифровка', es: 'Transcripción' },
  record: { ar: 'المحضر الرسمي', zh: '正式记录', en: 'Official record', fr: 'Compte rendu officiel', ru: 'Официальный отчёт', es: 'Acta oficial' },
} as const satisfies Record<string, Readonly<Record<UiLanguage, string>>>;

export type IiifWord = keyof typeof WORDS;

/** A word in all languages of the pages; `more` is put behind it in each. */
export const word = (name: IiifWord, more: (language: UiLanguage) => string = () => ''): LanguageMap =>
  Object.fromEntries(UI_LANGUAGES.map((language) => [language, [`${WORDS[name][language]}${more(language)}`]]));

/** A text of the catalogue; null where it says nothing. */
export function languageMap(texts: LocalizedText): LanguageMap | null {
  const said = Object.entries(texts).flatMap(([language, text]) => (oneLine(text) === '' ? [] : [[language, [oneLine(text)]] as const]));
  return said.length === 0 ? null : Object.fromEntries(said);
}

/** What is in no language: a name, a number. */
export const plainValue = (...values: readonly string[]): LanguageMap => ({ none: values });

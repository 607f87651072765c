import { spokenLanguage } from './spoken-language.ts';

/** The name before what somebody says, as records print it. */
export interface SpeakerLabel {
  readonly speaker: string;
  readonly chair: boolean;
  readonly capacity: string | null;
  /** Language of the note behind the name; `und` where it names one that isn't known, null where there is no note. */
  readonly spoken: string | null;
  /** Language of the record, as the words of the label tell it; null where a name alone doesn't. */
  readonly recordLanguage: string | null;
  /** It has a title or an office, so that it surely begins here. */
  readonly titled: boolean;
  /** Letters of the running text that the label takes, with its colon. */
  readonly length: number;
}

interface Manner {
  readonly language: string;
  /** Who presides. */
  readonly chair: string;
  /** Offices that speak without a name. */
  readonly office: string;
  /** What stands before a name; in Chinese behind it. */
  readonly title: string;
}

const MANNERS: readonly Manner[] = [
  { language: 'en', chair: '(?:The )?(?:Acting |Temporary |Vice-)?(?:President|Chair(?:man|woman|person)?|Co-Chair|Presiding Officer|Moderator|Speaker)', office: '(?:The )?(?:Deputy |Assistant )?(?:Secretary-General|Secretary|Director-General|High Commissioner|Rapporteur|Registrar)', title: '(?:Mr|Mrs|Ms|Miss|Dr|Prof)\\.?|Messrs\\.|Sir|Dame|Lord|Lady|Baroness|Judge|Archbishop|Cardinal|Monsignor|Prince|Princess|King|Queen|Sheikh|Sheikha|Sayyid|Chief|General|Major General|Lieutenant General|Ambassador|Father|Reverend|President|Prime Minister' },
  { language: 'fr', chair: '(?:Le |La )(?:(?:Vice-)?[Pp]résident(?:e)?(?: par intérim| temporaire)?|Modérat(?:eur|rice))', office: '(?:Le |La |L[’\'])(?:Vice-)?(?:Secrétaire général(?:e)?(?: adjoint(?:e)?)?|Secrétaire|Directeur général|Directrice générale|Rapporteu(?:r|se)|Haut(?:e)?-Commissaire)', title: 'M\\.|MM\\.|Mme|Mmes|Mlle|Sir|Dame|Lord|Lady|Mgr|Le Prince|La Princesse|Le Roi|Le cheikh|Cheikh|Le général|Le juge|Le [Pp]résident|La [Pp]résidente' },
  { language: 'es', chair: '(?:El |La )(?:Vicepresident[ea]|President[ea])(?: interin[oa]| en funciones| provisional)?|(?:El |La )Moderador(?:a)?', office: '(?:El |La )(?:Vices|S)ecretari[oa](?: General)?(?: Adjunt[oa])?|(?:El |La )(?:Director(?:a)? General|Relator(?:a)?|Alt[oa] Comisionad[oa])', title: 'Sr\\.|Sra\\.|Srta\\.|Sres\\.|Dr\\.|Dra\\.|Sir|Dame|Lord|Lady|Baronesa|Monseñor|Arzobispo|Su Majestad|El Príncipe|La Princesa|El Rey|El Jeque|Jeque|El General|El Magistrado|El Presidente|La Presidenta' },
  { language: 'ru', chair: '(?:Исполняющ(?:ий|ая) обязанности )?[Пп]редседател(?:ь|ьница)(?:ствующ(?:ий|ая))?|(?:Вре́?менный )?Председатель|Ведущ(?:ий|ая)', office: '(?:Первый )?(?:[Зз]аместитель )?[Гг]енеральн(?:ый|ого) (?:секретар[ья]|директор)|Секретарь|Докладчик|Верховный комиссар', title: 'Г-н|Г-жа|Гн|Сэр|Дама|дама|Лорд|Леди|Баронесса|Судья|Принц|Принцесса|Король|Шейх|Архиепископ|Монсеньор|Генерал(?:-\\p{L}+)?|Президент' },
  { language: 'ar', chair: '(?:نائب |القائم بأعمال )?(?:الرئيس|الرئيسة)(?: بالنيابة| المؤقت| المؤقتة)?', office: '(?:نائب |نائبة )?(?:الأمين العام|الأمينة العامة|المدير العام|المقرر|المقررة|المفوض السامي)', title: 'السيد|السيدة|الآنسة|السير|الليدي|اللورد|الدكتور|الدكتورة|الشيخ|الشيخة|الأمير|الأميرة|الملك|القاضي|القاضية|الفريق|اللواء|المطران|المونسنيور|الرئيس' },
];
const HAN_TITLE = '(?:先生|女士|夫人|女爵士|爵士|小姐|大使|法官|大主教|亲王|公主|国王|殿下|陛下|阁下|将军|博士|教授|总统|主席)';
const HAN_CHAIR = '(?:代理|临时|副)?主席';
const HAN_OFFICE = '(?:常务副|副|助理)?秘书长|总干事|报告员|秘书|高级专员';

const NAME_LETTERS = "[\\p{L}\\p{M}’'.·‑-]{1,40}";
const BRACKETS = String.raw`((?:\s?\([^()]{1,200}\)){0,3})`;
const COLON = String.raw`\s{0,2}:(?=\s|$)`;

const WESTERN = MANNERS.map(({ language, chair, office, title }) => ({
  language,
  pattern: new RegExp(`^((?<chair>${chair})|(?:${office})|(?:${title})(?:\\s${NAME_LETTERS}){1,8})${BRACKETS}${COLON}`, 'u'),
}));
const HAN = new RegExp(String.raw`^((?<chair>${HAN_CHAIR})|${HAN_OFFICE}|[\p{Script=Han}·‑\s-]{1,24}?${HAN_TITLE})((?:[（(][^（）()]{1,60}[）)]){0,3})\s?[：:]`, 'u');
/** Nobody's title that is known, but a note on the language or a capacity that says who it is. */
const NOTED = new RegExp(`^(\\p{Lu}${NAME_LETTERS}(?:\\s${NAME_LETTERS}){0,6})((?:\\s?\\([^()]{1,200}\\)){1,3})${COLON}`, 'u');

/** Reads the label at the start of running text; null where there is none. */
export function speakerLabel(text: string): SpeakerLabel | null {
  const han = HAN.exec(text);
  if (han !== null) return label(han, han[2] === undefined ? null : 'zh', han[3] ?? '');
  for (const { language, pattern } of WESTERN) {
    const found = pattern.exec(text);
    // `Sir Keir` and `Dame Barbara` are the same in all, `M.` and `Mr.` aren't: the notes tell what the title doesn't.
    if (found !== null) return label(found, /^(?:Sir|Dame|Lord|Lady)\s/u.test(text) ? null : language, found[3] ?? '');
  }
  const noted = NOTED.exec(text);
  const read = noted === null ? null : label(noted, null, noted[2] ?? '', false);
  return read?.spoken == null ? null : read;
}

function label(found: RegExpExecArray, recordLanguage: string | null, brackets: string, titled = true): SpeakerLabel {
  const notes = [...brackets.matchAll(/[（(]([^（）()]+)[）)]/gu)].map(([, note = '']) => note.trim());
  const languages = notes.map(spokenLanguage);
  const capacity = notes.filter((_, at) => languages[at] === null).join(', ');
  return {
    speaker: (found[1] ?? '').trim().normalize('NFC'),
    chair: found.groups?.['chair'] !== undefined,
    capacity: capacity === '' ? null : capacity.normalize('NFC'),
    spoken: languages.find((language) => language !== null) ?? null,
    recordLanguage,
    titled,
    length: found[0].length,
  };
}

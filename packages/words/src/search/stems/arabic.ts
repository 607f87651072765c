import { plainLetters } from '../letters.ts';
import { formsOf } from './irregular.ts';

// Broken plurals: the word within changes, and no ending tells. As written below, after `letters`.
const PLURALS = `
  عضو: أعضاء
  دولة: دول
  مجلس: مجالس
  حق: حقوق
  طفل: أطفال
  امرأة: نساء مرأة نسوة
  رجل: رجال
  سلاح: أسلحة
  لغم: ألغام
  حد: حدود
  جهد: جهود
  شعب: شعوب
  شأن: شؤون شئون
  مدينة: مدن
  وفد: وفود
  خبير: خبراء
  رئيس: رؤساء
  وزير: وزراء
  سفير: سفراء
  تقرير: تقارير
  مشروع: مشاريع
  قضية: قضايا
  ضحية: ضحايا
  جندي: جنود
  مبدأ: مبادئ
  هدف: أهداف
  برنامج: برامج
  عنصر: عناصر
  منطقة: مناطق
  مصلحة: مصالح
  محكمة: محاكم
  جريمة: جرائم
  عام: أعوام
  يوم: أيام
  شهر: أشهر شهور
  مورد: موارد
  مسألة: مسائل
  وثيقة: وثائق
  لاجئ: لاجئين لاجئون لاجئة
  قانون: قوانين
  حرب: حروب
  طرف: أطراف
  بلد: بلدان بلاد
  أمر: أمور
  عمل: أعمال
  فريق: أفرقة فرق
  قرن: قرون
  سبب: أسباب
  خطر: أخطار مخاطر
  شخص: أشخاص
  كلمة: كلم
  سجين: سجناء
  شريك: شركاء
  شرط: شروط
  شرطة: شرطي شرطيا شرطية شرطيين شرطيون شرطيات
  صوت: أصوات
  عاصمة: عواصم
  عملية: عمليات
  نزاع: نزاعات
  بئر: آبار
  سجن: سجون
  طريق: طرق
  سفينة: سفن
  قارب: قوارب
  مدرسة: مدارس
  لوح: ألواح
  طائر: طيور
  ميت: أموات موتى
  كتاب: كتب
  مرض: أمراض
  مريض: مرضى
  طبيب: أطباء
  دواء: أدوية
  وباء: أوبئة
  جسر: جسور
  قرية: قرى
  بيت: بيوت
  شارع: شوارع
  سوق: أسواق
  ميناء: موانئ
  حاجز: حواجز
  ولد: أولاد
  بنت: بنات
  شاب: شباب شبان
  عامل: عمال
  أجر: أجور
  ضريبة: ضرائب
  عقد: عقود
  مال: أموال
  سعر: أسعار
  رسم: رسوم
  شجرة: أشجار
  حقل: حقول
  نهر: أنهار
  سد: سدود
  سمكة: أسماك سمك
  حوت: حيتان
  قبر: قبور
  شاهد: شهود
  نائب: نواب
  بند: بنود
  مادة: مواد
  قاعدة: قواعد
  رأي: آراء
  صف: صفوف
  كلب: كلاب
  صندوق: صناديق
  حادث: حوادث
  جيل: أجيال
  نظام: أنظمة
  جهاز: أجهزة
  مركز: مراكز
  عاصفة: عواصف
  زلزال: زلازل
  حريق: حرائق
  كارثة: كوارث
  جار: جيران
  سنة: سنوات سنين سنتين
`;

/** Letters that people write for one another are one: the seats of hamza, alef, ta marbuta and ha, ya and its undotted form. */
const letters = (word: string): string =>
  word.replace(/[أإآٱا]/gu, 'ا').replace(/[ؤئء]/gu, '').replace(/ى|ی/gu, 'ي').replace(/ک/gu, 'ك').replace(/ة/gu, 'ه');

const FORMS = formsOf(letters(PLURALS));
// Without its ending, police is a condition.
const KEPT: ReadonlySet<string> = new Set(['شرطة'].map(letters));
// "On" is not the name Ali, though many write both alike: the undotted letter tells.
const WHOLE: ReadonlyMap<string, string> = new Map([['على', 'على'], ['إلى', 'إلى'], ['الى', 'إلى']]);
const PREFIXES = ['وبال', 'وكال', 'فبال', 'ولل', 'وال', 'بال', 'كال', 'فال', 'لل', 'ال'];
const SMALL = ['و', 'ف', 'ب', 'ل', 'ك'];
const ENDINGS = ['تين', 'تان', 'يات', 'هما', 'ها', 'ان', 'ات', 'ون', 'ين', 'يه', 'هم', 'نا', 'يا', 'ه', 'ي', 'ا'];
const SHORTEST = 3;
// "And" before letters that hardly follow it in a word that begins with it itself; those that do are named.
const AND = /^و(?:[تنميغ]|ا(?!ح|ق|ج|س|ض|ف|ل|د|ر|ص)|ح(?![دشي]))\p{L}{3}/u;

/**
 * A light stemmer: articles, conjunctions and prepositions written together with the word are taken off, then the endings of
 * number, gender, case and possession, as long as three letters stay (after Larkey, Ballesteros and Connell, 2007); broken plurals
 * by a list.
 */
export function arabic(word: string): string {
  const plain = plainLetters(word);
  const whole = WHOLE.get(plain);
  if (whole !== undefined) return whole;
  const folded = letters(plain);
  const bare = withoutPrefix(folded);
  for (const form of [folded, bare]) {
    const known = FORMS.get(form) ?? FORMS.get(withoutEnding(form));
    if (known !== undefined) return KEPT.has(known) ? known : withoutEnding(known);
  }
  return withoutEnding(bare);
}

function withoutPrefix(word: string): string {
  const long = PREFIXES.find((prefix) => word.startsWith(prefix) && word.length - prefix.length >= SHORTEST - 1);
  if (long !== undefined) return word.slice(long.length);
  if (AND.test(word)) return word.slice(1);
  // One letter alone may belong to the word: it is taken off only where a word that is known stays.
  return SMALL.some((prefix) => word.startsWith(prefix)) && isKnown(word.slice(1)) ? word.slice(1) : word;
}

const isKnown = (word: string): boolean => FORMS.has(word) || FORMS.has(withoutEnding(word)) || PREFIXES.some((prefix) => word.startsWith(prefix) && word.length - prefix.length >= SHORTEST);

function withoutEnding(word: string): string {
  let stem = word;
  for (const ending of ENDINGS) if (stem.endsWith(ending) && stem.length - ending.length >= SHORTEST) stem = stem.slice(0, -ending.length);
  return stem;
}

/** Words that bind forward: a line doesn't end with them, and may well begin with those of `starts`. */
interface Binding {
  readonly binds: ReadonlySet<string>;
  readonly starts: ReadonlySet<string>;
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const EN = {
  binds: 'a an the of to in on at by for from with into over under between and or but as than that which who whose if when because is are was were be been has have had will would shall should can could may might must not no my our your his her its their this these those very mr mrs ms dr his',
  starts: 'of to in on at by for from with into over under between and or but as than that which who whose if when because while although after before during through against without',
};
const FR = {
  binds: 'un une le la les l d de du des à au aux en dans sur sous par pour avec sans entre vers chez et ou mais donc car que qui dont où si quand ce cet cette ces mon ma mes son sa ses notre nos votre vos leur leurs est sont a ont été sera seront ne pas plus très m mme mlle se s n qu',
  starts: 'de du des à au aux en dans sur sous par pour avec sans entre vers et ou mais donc car que qui dont où si quand afin lorsque puisque parce comme',
};
const ES = {
  binds: 'un una unos unas el la los las de del a al en con por para sin sobre entre hacia desde hasta y e o u pero que quien cuyo cuya si cuando como porque es son fue ser ha han había será no se su sus mi mis nuestro nuestra este esta estos estas ese esa muy más sr sra lo le les',
  starts: 'de del a al en con por para sin sobre entre hacia desde hasta y e o u pero que quien cuyo cuya si cuando como porque aunque mientras',
};
const RU = {
  binds: 'в во на с со к ко у о об от до из за под над при для без по про через между и а но или да что чтобы как если когда который которая которые не ни это этот эта эти наш наша наши его её их был была было были будет очень г-н г-жа',
  starts: 'в во на с со к ко у о об от до из за под над при для без по через между и а но или что чтобы как если когда который которая которое которые где потому поскольку',
};
const AR = {
  binds: 'في من إلى على عن مع بين حتى منذ عند أن إن أنّ إنّ لا لم لن ما هذا هذه ذلك تلك كل غير قد أو ثم بل لكن إذا الذي التي السيد السيدة',
  starts: 'في من إلى على عن مع بين حتى منذ عند أن أو ثم بل لكن إذا الذي التي الذين حيث لأن وأن كما',
};
const ZH = {
  binds: '和 与 及 在 对 向 从 把 被 为 以 由 将 是 不 没 这 那 各 该 第 所 并 而 或 但 就 都 也 很 更 最',
  starts: '和 与 及 在 对 向 从 把 被 为 以 由 将 并 而 或 但 因为 所以 如果 因此 以及',
};

const of = ({ binds, starts }: { binds: string; starts: string }): Binding => ({ binds: set(binds), starts: set(starts) });
const NONE: Binding = { binds: new Set(), starts: new Set() };
const BY_LANGUAGE: Readonly<Record<string, Binding>> = { en: of(EN), fr: of(FR), es: of(ES), ru: of(RU), ar: of(AR), zh: of(ZH), cmn: of(ZH) };

/** The words that bind in a language; none for languages that aren't known. */
export const bindingOf = (language: string | null): Binding => BY_LANGUAGE[(language ?? '').toLowerCase().split('-')[0] ?? ''] ?? NONE;

/** Chinese particles that belong to the word before them. */
export const TRAILING_PARTICLES: ReadonlySet<string> = set('的 了 着 过 们 吗 呢 吧 等 之 地 得 者');

/** Titles that stay with the name after them; in small letters, without full stop. */
export const TITLES: ReadonlySet<string> = set('mr mrs ms dr prof st h.e m mm mme mlle sr sra srta dra г-н г-жа тов السيد السيدة الدكتور الأستاذ n no nº art');

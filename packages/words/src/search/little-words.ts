import { baseOf } from '../base-language.ts';
import { bareLetters } from './letters.ts';
import { searchTokens } from './tokens.ts';

// What holds sentences together. Words that also mean something by themselves (may, will, us; fin, son) are not here.
const LITTLE: Readonly<Record<string, string>> = {
  ar: `في من على الى عن مع بين حتى منذ خلال نحو لدى عند ضد دون قبل بعد فوق تحت حول عبر ان انه انها بان لان كان كانت يكون تكون كانوا ليس ليست لا لم لن ما ماذا لماذا هل
    هذا هذه ذلك تلك هولاء اولئك الذي التي الذين اللذين اللواتي هو هي هم هن نحن انا انت انتم كما كي لكي لكن بل او ام ثم اذ اذا اذن لو قد لقد سوف كل كلا كلها كله بعض اي اية كيف متى اين حيث غير سوى
    فيه فيها منه منها عليه عليها اليه اليها عنه عنها به بها له لها لهم لنا لي بهذا لهذا بهذه لهذه مما ممن عما وما ولا يا`,
  en: `the a an of to in on at by for from with without into onto upon about as and or nor but if than then that this these those there here it its he him his she her hers they them their theirs we our ours
    you your yours i me my mine is are was were be been being am has have had having do does did done doing not no so such very too also just only both either neither each every any some all more most other
    which who whom whose what when where why how while because though although between among through during before after above below over under again until up down out off own same should would could must
    shall cannot let s t`,
  es: `el la los las lo un una unos unas de del al a en con sin por para entre sobre desde hasta hacia segun durante ante bajo tras y e o u ni pero sino que si no como cuando donde quien quienes cual cuales cuyo cuya
    cuyos cuyas porque pues aunque mientras este esta estos estas ese esa esos esas aquel aquella aquellos aquellas esto eso aquello se su sus mi mis tu tus nuestro nuestra nuestros nuestras me te nos os le les
    yo ella ellos ellas nosotros ustedes es son era eran fue fueron ser sido siendo esta estan estaba estar ha han he hemos habia haber hay muy mas menos tan tanto tambien ya solo cada todo toda todos todas
    otro otra otros otras algun alguna algunos algunas ningun ninguna`,
  fr: `le la les l un une des du de d a au aux en dans par pour avec sans sous sur entre vers chez contre depuis pendant avant apres et ou ni mais donc car que qu qui quoi dont si ne n pas plus moins tres trop
    comme quand lorsque puisque parce ce c cet cette ces cela ceci ca se s son sa ses leur leurs mon ma mes m ton ta tes t notre nos votre vos je j tu il elle on nous vous ils elles me te lui y est sont etait etaient
    etre ete sera seront suis sommes ai as avons avez ont avait avaient avoir eu fait meme aussi tout toute tous toutes autre autres quel quelle quels quelles chaque quelque quelques aucun aucune ainsi alors`,
  ru: `и в во на с со к ко о об обо от до из изо за по под подо над при про без для между через перед около после у не ни но а да или либо то что чтобы как так если когда где куда откуда почему потому поэтому
    это этот эта эти этого этой этих этому этим того той тех тому тем те тот та который которая которое которые которого которой которых которому которым он она оно они его ее их ему ей им него нее них нему
    ней ним я мы вы ты мне нас нам вас вам меня тебя себя свой своя свое свои своего своей своих мой наш наша наше наши ваш ваши был была было были быть есть будет будут бы же ли уже еще только также тоже очень
    весь все всех всем вся кто чем чего кого лишь даже более менее`,
  zh: '的 地 得 了 着 过 在 和 与 及 以及 或 或者 是 有 对 对于 关于 将 把 被 由 从 到 向 于 为 为了 以 因 因为 所以 但 但是 而 而且 并 并且 也 都 就 还 又 才 只 不 没 没有 这 那 这个 那个 这些 那些 此 其 该 各 每 我 我们 你 你们 您 他 她 它 他们 她们 它们 自己 什么 怎么 如何 哪 哪些 谁 为什么 吗 呢 吧 之 所 等 如 如果 若 则 可以 能 能够 会 要 应 应该 需要 一个 一些',
};
// Words that are written together with the next one.
const JOINED: Readonly<Record<string, RegExp>> = { ar: /^[وف](?=.{2})/u, fr: /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)'(?=.)/u };

const words = new Map(Object.entries(LITTLE).map(([language, list]) => [language, new Set(list.split(/\s+/u).map(bareLetters))]));

/** Whether the little words of a language (BCP 47) are known here. */
export const knowsLittleWords = (language: string): boolean => words.has(baseOf(language));

/** Whether a written word only holds a sentence together (of, the, في): it says nothing of what the sentence is about. False in languages whose little words we don't know. */
export function isLittleWord(word: string, language: string): boolean {
  const base = baseOf(language);
  const known = words.get(base);
  if (!known) return false;
  const plain = bareLetters(word);
  const joined = JOINED[base];
  return known.has(plain) || (joined !== undefined && known.has(plain.replace(joined, '')));
}

/**
 * The keys, by the rules of `language`, of the little words of a text.
 * @param asIn whose little words these are
 */
export const littleKeys = (text: string, language: string, asIn: readonly string[]): ReadonlySet<string> =>
  new Set(searchTokens(text, language).filter(({ from, to }) => asIn.some((tag) => isLittleWord(text.slice(from, to), tag))).map(({ key }) => key));

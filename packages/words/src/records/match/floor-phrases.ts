/** How the floor is given in each language of records. */
const GIVES_FLOOR = new RegExp([
  String.raw`\b(?:giv(?:e|es|ing)|has|have|take) the floor\b|\bI (?:now )?(?:call|recognize|invite) (?:on |upon )?(?:the|his|her|mr|ms|mrs|ambassador)\b|\bnext speaker\b`,
  String.raw`\b(?:donn|céd|cèd|redonn|pass)\p{L}* (?:\p{L}+ ){0,3}la parole\b|\bla parole (?:est|revient|à)\b|\bprochain(?:e)? (?:orateur|oratrice|intervenant)`,
  String.raw`\b(?:doy|dar|daré|damos|concedo|conceder|concederé|cedo|ceder|tiene|tienen|ofrezco|pasamos?|uso de) (?:\p{L}+ ){0,4}(?:la )?palabra\b|\bpróxim[oa] orador`,
  String.raw`(?:^|[^\p{L}])(?:слово (?:\p{L}+ ){0,2}(?:предоставля|имеет|за |представител|членам|послу|послан|министр)|предоставля\p{L}+ слово|следующ\p{L}+ оратор)`,
  String.raw`请.{1,24}(?:发言|讲话)|(?:下面|现在|接下来).{0,4}请|^(?:我)?(?:想|现在|下面)?请.{1,12}[。]?$|请您?发言`,
  String.raw`(?:أعطي|أعطى|تعطى|إعطاء)\s+(?:الآن\s+)?الكلمة|الكلمة\s+(?:الآن\s+)?(?:ل|إلى)`,
].join('|'), 'iu');

/** How people in the chair are greeted and thanked, before a speech and after it. */
const GREETS = new RegExp([
  String.raw`\bthank you\b|\bthanks?,|\b(?:mr|mister|madam|madame)\.? (?:president|chair)|^\s*(?:uh,? )?(?:president|chair|excellencies|colleagues)\b|\bgiving me the floor\b`,
  String.raw`\bmerci\b|\bje vous (?:en )?remercie\b|\b(?:monsieur|madame) (?:le|la) (?:président|présidence)|\bm'avoir donné la parole`,
  String.raw`\bgracias\b|\bseñora? president[ae]\b|\bdarme la palabra\b|^\s*president[ae][.,]?$`,
  String.raw`благодарю вас|благодарю за (?:внимание|предоставлен)|спасибо|(?:господин|госпожа)\p{L}* председател|^\s*председатель[.,!]|уважаем\p{L}+ председател`,
  String.raw`^(?:呃，?)?(?:谢谢|多谢)(?:你|您|大家|各位)?[。，]?|主席(?:先生|女士)|^主席[，。]|(?:谢谢|感谢)[，您你]*主席|感谢您给我`,
  String.raw`شكرا|السيد(?:ة)? الرئيس(?:ة)?`,
].join('|'), 'iu');

/** How people in the chair thank somebody who has spoken. */
const THANKS_SPEAKER = new RegExp([
  String.raw`\b(?:thanks?|grateful to) (?:[,\s]*(?:uh|very much),? )?(?:the|mr|ms|mrs|dr|ambassador|her|his|minister)\b|\bfor (?:their|his|her|that|this|your) (?:statement|briefing|remarks|intervention)\b|^\s*the representative of\b`,
  String.raw`\bremercie (?:le|la|les|l['’]|m\.|mme|son|sa|monsieur|madame) ?(?!président)|\bremercie de (?:votre|son|sa|cet)|\bde (?:son|sa|cet|cette|votre) (?:exposé|déclaration|intervention)`,
  String.raw`\b(?:gracias|agradezco|doy las gracias) (?:\p{L}+ )?(?:,? ?(?:eh|ah),? )?(?:a la|al|a los|a |por (?:su|la|esa|esta))|^\s*president[ae],? (?:muchas )?(?:gracias|agradezco)`,
  String.raw`благодарю (?!вас|за (?:внимание|предоставл))|спасибо (?:представител|послу|г-|господину|госпоже)|говорит председатель`,
  String.raw`(?:谢谢|感谢)(?!主席).{1,16}(?:代表|大使|先生|女士|部长|通报|发言)|主席说`,
  String.raw`أشكر\s+(?!كم)`,
].join('|'), 'iu');

/** What somebody in the meeting does with the floor, as far as a sentence shows it. */
export interface FloorSigns {
  readonly givesFloor: boolean;
  readonly greets: boolean;
  readonly thanksSpeaker: boolean;
}

/** Looks for the phrases with which the floor goes from one to the next, in the six languages at once. */
export const floorSigns = (sentence: string): FloorSigns => ({
  givesFloor: GIVES_FLOOR.test(sentence),
  greets: GREETS.test(sentence),
  thanksSpeaker: THANKS_SPEAKER.test(sentence),
});

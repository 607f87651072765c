/** What happens, as records in the six languages say it, each a line or two by itself. */
const HAPPENINGS: readonly RegExp[] = [
  /^The (?:meeting|session) (?:was (?:called to order|suspended|resumed|adjourned)|rose|resumed|began|closed|opened)\b/u,
  /^The agenda (?:was|were) adopted\b/u,
  /^(?:It was so decided|A vote was taken|A recorded vote was taken|A vote was held|The members of the .{1,80} observed a minute|There being no|Applause)\b/u,
  /^(?:The draft (?:resolution|decision)|Draft resolution|The resolution|The amendment|The motion)\b.{0,200}\b(?:was|were) (?:adopted|rejected|not adopted|orally)\b/u,
  /^(?:Mr|Mrs|Ms|Dame|Sir)\b.{2,160}\b(?:was escorted|were escorted|took the Chair|withdrew|took (?:a seat|the floor))\b/u,
  /^(?:La séance est (?:ouverte|suspendue|reprise|levée)|L[’']ordre du jour est adopté|Il en est ainsi décidé|Il est procédé (?:au vote|à un vote)|Les membres du .{1,80} observent une minute|Applaudissements)/u,
  /^(?:Se (?:abre|declara abierta|suspende|reanuda|levanta) la sesión|Queda aprobado el orden del día|Así queda acordado|Se procede a (?:la |una )?votación|Los miembros .{1,80} guardan un minuto|Aplausos)/u,
  /^(?:Заседание (?:открывается|объявляется|прерывается|возобновляется|закрывается)|Повестка дня утверждается|Решение принимается|Предложение принимается|Проводится (?:заносимое|голосование)|Члены .{1,80} (?:соблюдают|чтят)|Аплодисменты)/u,
  /^(?:(?:上午|下午|中午|晚上)?.{0,14}(?:开会|散会|休会|复会)。?$|会议于?.{0,20}(?:开始|暂停|结束|恢复|休会)|议程通过|就这样决定|就此决定|进行了?(?:举手|记录)?表决|以举手方式进行表决|安理会成员.{0,12}默哀|鼓掌)/u,
  /^(?:افتتحت الجلسة|رفعت الجلسة|علقت الجلسة|استؤنفت الجلسة|أقر جدول الأعمال|تقرر ذلك|أجري (?:ال)?تصويت|أُجري التصويت|وقف أعضاء|تصفيق)/u,
];

/** How votes are listed; the countries follow until somebody speaks. */
const VOTES = /^(?:In favour|Against|Abstaining|Abstentions|Votent pour|Votent contre|S[’']abstiennent|Votos a favor|Votos en contra|Abstenciones|Голосовали за|Голосовали против|Воздержались|赞成|反对|弃权|المؤيدون|المعارضون|الممتنعون(?: عن التصويت)?)\s?[:：]/u;

/** Whether running text tells something that happened rather than something said. */
export const isHappening = (text: string): boolean => HAPPENINGS.some((pattern) => pattern.test(text));

/** Whether running text is the head of a list of votes. */
export const isVoteList = (text: string): boolean => VOTES.test(text);

const OPENS = /^The (?:meeting|session) (?:was called to order|began|opened)|^La séance est ouverte|^Se (?:abre|declara abierta) la sesión|^Заседание (?:открывается|объявляется открытым)|开会。?$|会议.{0,20}开始|^افتتحت الجلسة/u;

/** Whether it is the opening of the meeting: what stands before it is the title page. */
export const isOpening = (text: string): boolean => OPENS.test(text);

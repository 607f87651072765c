// The language codes of EBU Tech 3264, appendix 3, in BCP 47.
const EUROPEAN = '- sq br ca hr cy cs da de en es eo et eu fo fr fy ga gd gl is it se la lv lb lt hu mt nl no oc pl pt ro rm sr sk sl fi sv tr nl-BE wa'.split(' ');
/** From 0x45. */
const OTHERS = ('zu vi uz ur uk th te tt ta tg sw srn so si sn sh rue ru qu ps pa fa pap or ne nd mr mo ms mg mk lo ko km kk kn ja id hi he ha gn gu el ka ff fa-AF cv zh my bg bn be '
  + 'bm az as hy ar am').split(' ');

/** BCP 47 for the two hexadecimal digits of an EBU-STL file; null where they say nothing. */
export function stlLanguage(code: string): string | null {
  const number = /^[0-9A-F]{2}$/iu.test(code) ? Number.parseInt(code, 16) : 0;
  return number === 0 ? null : (EUROPEAN[number] ?? OTHERS[number - 0x45] ?? null);
}

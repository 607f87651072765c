import type { Segment } from '../../segment.ts';
import { clockText } from '../read/clock.ts';
import { escapeXml } from '../read/escape-xml.ts';
import { wordPieces } from '../read/word-pieces.ts';

/** How TTML is written. */
export interface TtmlOptions {
  /** Of the whole (BCP 47). */
  readonly language?: string | null;
  /** Let each word appear at its time, as spans with a begin. Default false. */
  readonly wordTimes?: boolean;
}

const lines = (text: string): string => text.split('\n').map(escapeXml).join('<br/>');

const RIGHT_TO_LEFT = /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** Writes TTML in the text profile of IMSC 1.1: one region at the foot, a speaker as an agent, a language of its own at its paragraph. */
export function writeTtml(segments: readonly Segment[], { language = null, wordTimes = false }: TtmlOptions = {}): string {
  const speakers = [...new Set(segments.flatMap(({ speaker }) => (speaker === null ? [] : [speaker])))];
  const ids = new Map(speakers.map((speaker, at) => [speaker, `speaker${at + 1}`]));
  const agents = speakers.map((speaker) => `      <ttm:agent xml:id="${ids.get(speaker) ?? ''}" type="person"><ttm:name type="full">${escapeXml(speaker)}</ttm:name></ttm:agent>\n`);
  const metadata = agents.length === 0 ? '' : `    <metadata>\n${agents.join('')}    </metadata>\n`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata" xmlns:ttp="http://www.w3.org/ns/ttml#parameter" xmlns:tts="http://www.w3.org/ns/ttml#styling" ttp:contentProfiles="http://www.w3.org/ns/ttml/profile/imsc1.1/text" ttp:timeBase="media" ttp:cellResolution="32 15" xml:lang="${escapeXml(language ?? '')}">
  <head>
${metadata}    <styling>
      <style xml:id="caption" tts:fontFamily="proportionalSansSerif" tts:fontSize="100%" tts:lineHeight="125%" tts:textAlign="center" tts:color="#FFFFFF" tts:backgroundColor="#000000CC"/>
    </styling>
    <layout>
      <region xml:id="foot" tts:origin="10% 10%" tts:extent="80% 80%" tts:displayAlign="after" tts:showBackground="whenActive"/>
    </layout>
  </head>
  <body region="foot" style="caption">
    <div>
${segments.map((segment) => paragraph(segment, ids, wordTimes)).join('')}    </div>
  </body>
</tt>
`;
}

function paragraph(segment: Segment, ids: ReadonlyMap<string, string>, wordTimes: boolean): string {
  const { startMs, endMs, text, language, speaker } = segment;
  const attributes = [
    `begin="${clockText(startMs, '.')}"`, `end="${clockText(endMs, '.')}"`,
    ...(speaker === null ? [] : [`ttm:agent="${ids.get(speaker) ?? ''}"`]),
    ...(language === null ? [] : [`xml:lang="${escapeXml(language)}"`]),
    ...(RIGHT_TO_LEFT.test(text) ? ['tts:direction="rtl"', 'tts:unicodeBidi="embed"'] : []),
    ...(/[ \t]{2}|\t|\r|\n[ \t]/u.test(text) ? ['xml:space="preserve"'] : []),
  ];
  const pieces = wordTimes ? wordPieces(segment) : null;
  const body = pieces === null ? lines(text) : pieces.map(({ text: part, word }) =>
    (word === null || word.startMs <= startMs || word.startMs >= endMs ? lines(part) : `<span begin="${(word.startMs - startMs) / 1000}s">${lines(part)}</span>`)).join('');
  return `      <p ${attributes.join(' ')}>${body}</p>\n`;
}

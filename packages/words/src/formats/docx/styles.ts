import { escapeXml } from '../read/escape-xml.ts';

/** Fonts that come with word processors; where one is missing they take the nearest. */
const EAST_ASIAN: Readonly<Record<string, string>> = { 'zh-hant': 'Microsoft JhengHei', zh: 'Microsoft YaHei', ja: 'Yu Gothic', ko: 'Malgun Gothic' };
const COMPLEX: Readonly<Record<string, string>> = { ar: 'Arial', fa: 'Arial', ur: 'Arial', he: 'Arial', th: 'Leelawadee UI', hi: 'Nirmala UI' };

/** The styles of a transcript in a language: text, title, what it is, a speaker's heading, and times. */
export function stylesPart(language: string): string {
  const [main = '', script = ''] = language.toLowerCase().split('-');
  const eastAsian = EAST_ASIAN[`${main}-${['tw', 'hk', 'mo'].includes(script) ? 'hant' : script}`] ?? EAST_ASIAN[main] ?? 'Microsoft YaHei';
  const tag = escapeXml(language);
  const heading = (id: string, name: string, points: number, before: number) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="${before}" w:after="80"/>${id === 'Heading2' ? '<w:outlineLvl w:val="1"/>' : ''}</w:pPr><w:rPr><w:b/><w:bCs/><w:sz w:val="${points * 2}"/><w:szCs w:val="${points * 2}"/></w:rPr></w:style>`;
  return `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="${eastAsian}" w:cs="${COMPLEX[main] ?? 'Arial'}"/><w:sz w:val="22"/><w:szCs w:val="24"/><w:lang w:val="${tag}" w:eastAsia="${tag}" w:bidi="${tag}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="288" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>${heading('Title', 'Title', 20, 0)}${heading('Heading2', 'heading 2', 13, 240)}<w:style w:type="paragraph" w:customStyle="1" w:styleId="About"><w:name w:val="About"/><w:basedOn w:val="Normal"/><w:rPr><w:color w:val="595959"/></w:rPr></w:style><w:style w:type="character" w:customStyle="1" w:styleId="Time"><w:name w:val="Time"/><w:rPr><w:color w:val="595959"/><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr></w:style></w:styles>`;
}

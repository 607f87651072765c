import { AKN_NAMESPACE } from '../akn/akoma-ntoso.domain.ts';
import { TEI_NAMESPACE } from '../tei/tei-names.domain.ts';

/** In which form a record is told. */
export interface OaiFormat {
  readonly kind: 'oai_dc' | 'akn' | 'tei';
  /** Of the words; null: those of the floor, or what there is. */
  readonly language: string | null;
}

const FORMATS = {
  oai_dc: { schema: 'http://www.openarchives.org/OAI/2.0/oai_dc.xsd', namespace: 'http://www.openarchives.org/OAI/2.0/oai_dc/' },
  akn: { schema: 'http://docs.oasis-open.org/legaldocml/akn-core/v1.0/os/part2-specs/schemas/akomantoso30.xsd', namespace: AKN_NAMESPACE },
  tei: { schema: 'https://www.tei-c.org/release/xml/tei/custom/schema/xsd/tei_all.xsd', namespace: TEI_NAMESPACE },
} as const satisfies Record<OaiFormat['kind'], { readonly schema: string; readonly namespace: string }>;

/** Documents are large, and a harvester waits for a whole answer. */
export const MOST_AT_ONCE = { headers: 500, oai_dc: 100, akn: 5, tei: 5 } as const;

/** What a prefix stands for, such as `tei` or `tei-fr`; null for none. */
export function formatOf(prefix: string): OaiFormat | null {
  if (prefix === 'oai_dc') return { kind: 'oai_dc', language: null };
  const [, kind, language = null] = /^(akn|tei)(?:-([a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*))?$/.exec(prefix) ?? [];
  return kind === 'akn' || kind === 'tei' ? { kind, language } : null;
}

/** The forms with their prefixes, the documents once for the floor's own words and once for each language. */
export function formatsFor(languages: readonly string[]): readonly { readonly prefix: string; readonly schema: string; readonly namespace: string }[] {
  return [{ prefix: 'oai_dc', ...FORMATS.oai_dc }, ...(['akn', 'tei'] as const).flatMap((kind) =>
    (languages.length === 0 ? [] : [kind, ...languages.map((language) => `${kind}-${language}`)]).map((prefix) => ({ prefix, ...FORMATS[kind] })))];
}

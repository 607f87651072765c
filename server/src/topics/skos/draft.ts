import type { LeftOuts } from './left-outs.ts';
import type { Concept, Labels } from './skos.domain.ts';
import type { LabelKind } from './terms.ts';

const LONGEST_LABEL = 300;
const MOST_LABELS = 1000;
const MOST_LINKS = 10_000;
const LONGEST_NOTE = 5000;

/** A concept while its statements come in, in any order. */
export class Draft {
  readonly #labels: { readonly kind: LabelKind; readonly text: string; readonly language: string }[] = [];
  readonly #links = { broader: new Set<string>(), related: new Set<string>(), schemes: new Set<string>() };
  readonly #notes: { readonly defines: boolean; readonly text: string; readonly language: string }[] = [];
  readonly #said: { notation?: string; replacedBy?: string; deprecated?: string } = {};

  get hasPreferred(): boolean {
    return this.#labels.some(({ kind }) => kind === 'preferred');
  }

  /** Any of its labels. */
  get name(): string {
    return this.#labels[0]?.text ?? '';
  }

  label(kind: LabelKind, text: string, language: string): void {
    const plain = text.normalize('NFC').replace(/\s+/gu, ' ').trim();
    if (plain !== '' && this.#labels.length < MOST_LABELS) this.#labels.push({ kind, text: plain, language: canonical(language) });
  }

  link(kind: 'broader' | 'related' | 'schemes', uri: string): void {
    if (this.#links[kind].size < MOST_LINKS) this.#links[kind].add(uri);
  }

  note(defines: boolean, text: string, language: string): void {
    if (this.#notes.length < MOST_LABELS) this.#notes.push({ defines, text: text.trim().slice(0, LONGEST_NOTE), language: canonical(language) });
  }

  say(what: 'notation' | 'replacedBy' | 'deprecated', value: string): void {
    this.#said[what] ??= value;
  }

  /** The preferred label of each language; a second one in the same language is one more label. */
  preferred(): Record<string, string> {
    const labels: Record<string, string> = {};
    for (const { kind, text, language } of this.#labels) if (kind === 'preferred' && text.length <= LONGEST_LABEL) labels[language] ??= text;
    return labels;
  }

  finish(uri: string, fallbackScheme: string, leftOut: LeftOuts): Concept {
    const labels = this.preferred();
    for (const { text } of this.#labels) if (text.length > LONGEST_LABEL) leftOut.add(`labels of more than ${LONGEST_LABEL} letters`, text);
    const isOther = ({ kind, text, language }: { kind: LabelKind; text: string; language: string }) =>
      kind === 'other' || (kind === 'preferred' && labels[language] !== text);
    const notes: Record<string, string> = {};
    for (const { text, language } of this.#notes.toSorted((a, b) => Number(b.defines) - Number(a.defines))) notes[language] ??= text;
    const { broader, related, schemes } = this.#links;
    [broader, related].forEach((links) => links.delete(uri));
    return {
      uri, labels, notes,
      otherLabels: this.#byLanguage(isOther),
      hiddenLabels: this.#byLanguage(({ kind }) => kind === 'hidden' || kind === 'hint'),
      everydayLabels: this.#byLanguage(({ kind }) => kind === 'everyday' || kind === 'hint'),
      notation: this.#said.notation?.slice(0, LONGEST_LABEL) ?? null,
      broader: [...broader], related: [...related],
      schemes: schemes.size === 0 ? [fallbackScheme] : [...schemes],
      deprecated: this.#said.deprecated === 'true' || this.#said.deprecated === '1',
      replacedBy: this.#said.replacedBy ?? null,
    };
  }

  #byLanguage(wanted: (label: { kind: LabelKind; text: string; language: string }) => boolean): Labels {
    const labels: Record<string, string[]> = {};
    for (const label of this.#labels) {
      if (!wanted(label) || label.text.length > LONGEST_LABEL) continue;
      const list = (labels[label.language] ??= []);
      if (!list.includes(label.text)) list.push(label.text);
    }
    return labels;
  }
}

const canonicals = new Map<string, string>();
const MOST_CANONICALS = 1000;

/** As BCP 47 writes it: `pt-BR`, `zh-Hans`; `und` for what is none. */
function canonical(language: string): string {
  const known = canonicals.get(language);
  if (known !== undefined) return known;
  let name = 'und';
  try {
    if (language !== '') name = new Intl.Locale(language).baseName;
  } catch {
    // Not a language.
  }
  if (canonicals.size < MOST_CANONICALS) canonicals.set(language, name);
  return name;
}

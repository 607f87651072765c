import { languageName, type UiLanguage } from '#platform/i18n/index.ts';
import type { MeetingView } from './meeting-view.ts';

/** What a page is for programs: the same meeting in a form of theirs. */
export interface MachineForm {
  readonly type: string;
  /** A path on this server. */
  readonly href: string;
  readonly title: string;
}

const IIIF = 'application/ld+json;profile="http://iiif.io/api/presentation/3/context.json"';

/** The languages in which documents of a meeting can be had: of what is said, and of records. */
export function documentLanguages({ channels, withWords, withRecord }: Pick<MeetingView, 'channels' | 'withWords' | 'withRecord'>): readonly string[] {
  return [...new Set(channels.filter(({ key }) => withWords.has(key) || withRecord.has(key)).map(({ language }) => language))];
}

/** A document of a meeting in a language. */
export const documentPath = (slug: string, form: 'akn' | 'tei', language: string): string => `/api/v1/meetings/${encodeURIComponent(slug)}/${form}/${language}`;

/** Where the viewers of libraries find the recording. */
export const manifestPath = (id: string): string => `/iiif/meetings/${id}/manifest.json`;

/** The forms that the page tells programs of: those in its own language, where there are words in it, else in the first there is. */
export function machineForms(view: MeetingView): readonly MachineForm[] {
  const { page, meeting, playable } = view;
  const languages = documentLanguages(view);
  const language = languages.find((tag) => tag.split('-', 1)[0] === page.language) ?? languages[0];
  return [
    { type: 'application/json', href: `/api/v1/meetings/${encodeURIComponent(meeting.slug)}`, title: 'JSON' },
    ...(playable ? [{ type: IIIF, href: manifestPath(meeting.id), title: 'IIIF' }] : []),
    ...(language === undefined ? [] : [
      { type: 'application/akn+xml', href: documentPath(meeting.slug, 'akn', language), title: `Akoma Ntoso, ${named(language, page.language)}` },
      { type: 'application/tei+xml', href: documentPath(meeting.slug, 'tei', language), title: `TEI, ${named(language, page.language)}` },
    ]),
  ];
}

const named = (tag: string, ui: UiLanguage): string => languageName(tag, ui);

/** The same as a header (RFC 8288): for programs that read no HTML. Titles are left out: a header takes no other letters than those of ASCII. */
export const linkHeader = (forms: readonly MachineForm[]): string =>
  forms.map(({ href, type }) => `<${encodeURI(decodeURI(href))}>; rel="alternate"; type="${type.replaceAll('"', '\\"')}"`).join(', ');

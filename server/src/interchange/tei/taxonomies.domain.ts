import { xml, type Xml } from '#platform/xml/index.ts';

interface Category {
  readonly id: string;
  readonly term: string;
  readonly says: string;
}

interface Taxonomy extends Category {
  readonly categories: readonly Category[];
}

/** What components refer to by `ana`, under the names that ParlaMint's common taxonomies have; those that stand in no text here are left out. */
const TAXONOMIES: readonly Taxonomy[] = [
  { id: 'ParlaMint-taxonomy-speaker_types', term: 'Types of speakers', says: 'how a person takes part', categories: [
    { id: 'chair', term: 'Chairperson', says: 'chairs the meeting, as the official record tells' },
    { id: 'regular', term: 'Regular', says: 'anybody else' },
  ] },
  { id: 'ParlaMint-taxonomy-parla.legislature', term: 'Legislature', says: 'what a text is of', categories: [
    { id: 'parla.meeting', term: 'Meeting', says: 'one meeting of a body' },
  ] },
  { id: 'ParlaMint-taxonomy-subcorpus', term: 'Subcorpora', says: 'by time', categories: [
    { id: 'reference', term: 'Reference', says: 'of any time' },
  ] },
];

/** The taxonomies of a corpus. */
export const taxonomies = (): Xml => xml`
<classDecl>${TAXONOMIES.map(({ categories, ...own }) => xml`
<taxonomy xml:id="${own.id}"><desc xml:lang="en"><term>${own.term}</term>: ${own.says}</desc>${categories.map(({ id, term, says }) => xml`
<category xml:id="${id}"><catDesc xml:lang="en"><term>${term}</term>: ${says}</catDesc></category>`)}
</taxonomy>`)}
</classDecl>`;

import type { MeetingDetail } from '#meetings/index.ts';

/** The namespace of the Text Encoding Initiative. */
export const TEI_NAMESPACE = 'http://www.tei-c.org/ns/1.0';

/** The name of a meeting's text in a corpus: what all names of its parts begin with. Slugs hold letters, figures and dashes only, so it is one for XML. */
export const textName = ({ slug }: Pick<MeetingDetail, 'slug'>, language: string): string => `of.${slug}.${language}`;

/** The name of a body in the list of organisations. */
export const bodyName = (slug: string): string => `body.${slug}`;

import type { MeetingDetail } from '#meetings/index.ts';
import { threeLetters } from '#platform/i18n/index.ts';
import { dayOf, type InterchangeScope } from '../scope.domain.ts';

/** The addresses of a debate at the levels of the naming convention, without a host. */
export interface AknNames {
  readonly work: string;
  readonly expression: string;
  readonly manifestation: string;
}

type Named = Pick<MeetingDetail, 'slug' | 'starts' | 'publishedAt' | 'updatedAt' | 'timezone'>;

/** Names a debate by place, day and slug, its text by language and by the day on which it became as it is. */
export function aknNames(scope: Pick<InterchangeScope, 'jurisdiction'>, meeting: Named, language: string): AknNames {
  const work = `/akn/${scope.jurisdiction}/debate/${dayOf(meeting)}/${encodeURIComponent(meeting.slug)}`;
  const expression = `${work}/${threeLetters(language)}@${meeting.updatedAt.slice(0, 10)}`;
  return { work, expression, manifestation: `${expression}.xml` };
}

/** The component of a document that is the document itself. */
export const MAIN = '!main';

/** The identifiers of parts: each counts what is of its kind within the part that holds it (naming convention, section 5). */
export class AknIds {
  readonly #counts = new Map<string, number>();

  /** The next of a kind (as the convention abbreviates it) within a part; '' for the document. */
  next(kind: string, within = ''): string {
    const prefix = within === '' ? kind : `${within}__${kind}`;
    const number = (this.#counts.get(prefix) ?? 0) + 1;
    this.#counts.set(prefix, number);
    return `${prefix}_${number}`;
  }
}

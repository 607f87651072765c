import { pick, type LocalizedText } from '#platform/i18n/index.ts';
import { speechesOf, type Proceedings, type Speech } from './proceedings.domain.ts';

/** Somebody who speaks, as documents refer to the person. */
export interface CastPerson {
  /** A name for XML, unique in the document: the same person has it in every language. */
  readonly id: string;
  /** Of the page of the speaker; null for those who are not on the list of speakers. */
  readonly slug: string | null;
  readonly names: LocalizedText;
}

/** In which capacity somebody speaks. */
export interface CastRole {
  readonly id: string;
  readonly names: LocalizedText;
  /** Whether it is to preside. */
  readonly chair: boolean;
}

/** Who speaks in proceedings, and as what, each in the order in which they first do. */
export interface Cast {
  readonly persons: readonly CastPerson[];
  readonly roles: readonly CastRole[];
  /** Who holds a speech; where a text names nobody it is `person-unknown`. */
  readonly personOf: (speech: Speech) => CastPerson;
  readonly roleOf: (speech: Speech) => CastRole | null;
}

const UNKNOWN: CastPerson = { id: 'person-unknown', slug: null, names: { en: 'Unknown speaker', fr: 'Intervenant inconnu', es: 'Orador desconocido', ru: 'Неизвестный оратор', ar: 'متحدث غير معروف', zh: '发言人不详' } };
const CHAIR: CastRole = { id: 'role-chair', chair: true, names: { en: 'Chair', fr: 'Présidence', es: 'Presidencia', ru: 'Председатель', ar: 'الرئاسة', zh: '主席' } };

/** Puts together who speaks. */
export function castOf(proceedings: Proceedings): Cast {
  const persons = new Map<string, CastPerson>();
  const roles = new Map<string, CastRole>();
  const personOf = ({ turn, named }: Speech): CastPerson => {
    const key = turn ? `listed ${turn.speaker.slug}` : `named ${named ?? ''}`;
    const found = persons.get(key) ?? newPerson(turn, named, persons.size + 1);
    persons.set(key, found);
    return found;
  };
  const roleOf = ({ turn, capacity, chair }: Speech): CastRole | null => {
    const names = turn?.capacity ?? (capacity === null ? null : { [proceedings.text.language]: capacity });
    if (!chair && names === null) return null;
    const key = names === null ? 'chair' : pick(names, 'en')?.text ?? '';
    const found = roles.get(key) ?? (names === null ? CHAIR : { id: `role-${roles.size + 1}`, names, chair });
    roles.set(key, found);
    return found;
  };
  for (const speech of speechesOf(proceedings)) {
    personOf(speech);
    roleOf(speech);
  }
  return { persons: [...persons.values()], roles: [...roles.values()], personOf, roleOf };
}

function newPerson(turn: Speech['turn'], named: string | null, number: number): CastPerson {
  if (turn) return { id: `person-${turn.speaker.slug}`, slug: turn.speaker.slug, names: turn.speaker.name };
  return named === null ? UNKNOWN : { id: `person.named-${number}`, slug: null, names: { und: named } };
}

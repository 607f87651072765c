export type { MeetingMoments, Moment, MomentFacts, MomentText } from './moment.domain.ts';
export type { Completion, Facet, FacetCount, FoundMoment, FoundText, Mark, SearchAnswer, SearchFilters, SearchOrder, SearchQuestion } from './search.domain.ts';
export type { IndexAnswer, IndexHit, IndexQuery, MomentTopics, NamedConcept, QueryExpansion, SearchIndex } from './search.ports.ts';
export { momentsOf, type Turn } from './moments/moments.domain.ts';
export type { TimedText } from './moments/sentences.domain.ts';

export { citeBibtex } from './bibtex.domain.ts';
export { citationOf, momentAddress, type Citation } from './citation.domain.ts';
export { citeCsl } from './csl.domain.ts';
export { citedDay, citePieces, citeText } from './reference.domain.ts';
export { citeRis } from './ris.domain.ts';

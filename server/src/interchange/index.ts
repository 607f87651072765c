export { Interchange } from './interchange.service.ts';
export { ProceedingsQuery, TeiQuery } from './interchange.schema.ts';
export { interchangeRoutes, type InterchangeRoutesDeps } from './interchange.routes.ts';
export { iiifRoutes, type IiifRoutesDeps } from './iiif/iiif.routes.ts';
export { Oai } from './oai/oai.service.ts';
export { OaiRecords } from './oai/oai-records.service.ts';
export { oaiRoutes, type OaiRoutesDeps } from './oai/oai.routes.ts';
export type { InterchangeScope } from './scope.domain.ts';

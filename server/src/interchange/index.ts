export { Interchange } from './interchange.service.ts';
export { ProceedingsQuery, TeiQuery } from './interchange.schema.ts';
export { interchangeRoutes, type InterchangeRoutesDeps } from './interchange.routes.ts';
export type { InterchangeScope } from './scope.domain.ts';

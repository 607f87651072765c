export { bulkRoutes, type BulkRoutesDeps } from './bulk.routes.ts';
export { ChangesQuery, ExportQuery, WithdrawnMeeting } from './bulk.schema.ts';
export { Bulk } from './bulk.service.ts';

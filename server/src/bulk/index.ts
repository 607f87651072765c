export { bulkRoutes, type BulkRoutesDeps } from './bulk.routes.ts';
export { ChangesQuery, ExportQuery, GoneMeeting } from './bulk.schema.ts';
export { Bulk } from './bulk.service.ts';

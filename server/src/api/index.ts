export { descriptionRoutes } from './api.routes.ts';
export { apiDocument, type ApiDocument, type ApiOperation } from './document.ts';

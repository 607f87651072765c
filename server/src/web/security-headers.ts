import { pageHeaders } from '#platform/http/index.ts';

/** The headers that keep other sites' code out of the pages. */
export const securityHeaders = pageHeaders;

/**
 * The version of the Graph API this pack is written for; served until 2028-07-29.
 *
 * @see https://developers.facebook.com/docs/graph-api/changelog (read 2026-08, through a tracker of that page)
 */
export const DEFAULT_GRAPH_API_VERSION = 'v25.0';

/** Where Meta serves the Graph API. */
export const DEFAULT_GRAPH_API_BASE_URL = 'https://graph.facebook.com';

/**
 * Where 360dialog serves it.
 *
 * @see https://docs.360dialog.com/docs/waba-basics/waba-integration (read 2026-11-27)
 */
export const DIALOG360_BASE_URL = 'https://waba-v2.360dialog.io';

/** How long one request may take before it counts as not answered; milliseconds. */
export const GRAPH_REQUEST_TIMEOUT_MS = 30_000;

/** The same for a request that carries a file. */
export const UPLOAD_TIMEOUT_MS = 300_000;

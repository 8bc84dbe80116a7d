import { createHash } from 'node:crypto';

import type { SessionCredentials } from './SessionCredentials';

/**
 * Names what is remembered of an account, by the token as well: what Meta has shown to one token must not be shown to another one, which it may
 * refuse. The token itself is not in it.
 */
export function nameAccount({ graph, businessAccountId, accessToken }: Pick<SessionCredentials, 'graph' | 'businessAccountId' | 'accessToken'>): string {
	return JSON.stringify([graph.baseUrl, businessAccountId, createHash('sha256').update(accessToken).digest('base64url')]);
}

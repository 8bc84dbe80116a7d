import { GraphError } from '../graph/GraphError.ts';
import type { SendDraft } from './SendDraft.ts';

const POLICIES = ['CLOUD_API_FALLBACK', 'STRICT'];

/**
 * Checks what only `/marketing_messages` asks of a request.
 *
 * @throws {GraphError} 134100 when it is no template message, 100 for a wrong option
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/marketing-messages (read 2026-09-11)
 */
export function checkMarketingMessage({ body, type, endpoint }: SendDraft): void {
	if (endpoint !== 'marketing_messages') return;
	if (type !== 'template') throw new GraphError(134100);
	const { product_policy: policy, message_activity_sharing: sharing } = body;
	if (policy !== undefined && !POLICIES.includes(String(policy))) {
		throw new GraphError(100, { message: `(#100) Param product_policy must be one of {${POLICIES.join(', ')}}` });
	}
	if (sharing !== undefined && typeof sharing !== 'boolean') {
		throw new GraphError(100, { message: '(#100) Param message_activity_sharing must be a boolean' });
	}
}

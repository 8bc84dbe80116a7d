import { isRecord } from '../../domain/isRecord';

/**
 * Says whether a body is an error in the shape of the Graph API: `{ error: { code, … } }`.
 *
 * Pages of proxies and gateways are not; such an answer says nothing about what Meta did.
 */
export function isGraphError(body: unknown): body is { error: Record<string, unknown> } {
	return isRecord(body) && isRecord(body.error) && /^\d+$/.test(String(body.error.code));
}

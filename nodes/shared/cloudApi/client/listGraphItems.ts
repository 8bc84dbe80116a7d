import { callGraph, type GraphCalling } from './callGraph';
import type { GraphRequest } from './GraphTransport';
import { isRecord } from './isRecord';
import { toUnreadableAnswerError } from '../errors/toUnreadableAnswerError';

const PAGE_SIZE = 200;

/**
 * Reads all pages of a list, in Meta's order.
 *
 * Follows `paging.cursors.after` while there is a `paging.next`, and stops when a cursor comes back, so that a faulty
 * answer cannot keep it going.
 *
 * @param path - path of the list, for example `/102290129340398/message_templates`
 * @param fields - names of the fields wanted; none leaves the choice to Meta
 * @throws {CloudApiNoAnswerError} when an answer holds no list; never gives a part of the list for the whole
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-management (read 2026-09-11)
 */
export async function listGraphItems(calling: GraphCalling, path: string, fields: string[]): Promise<unknown[]> {
	const items: unknown[] = [];
	const seenCursors = new Set<string>();
	let after: string | undefined;
	do {
		const query = {
			...(fields.length > 0 && { fields: fields.join(',') }),
			limit: PAGE_SIZE,
			...(after !== undefined && { after }),
		};
		const request: GraphRequest = { method: 'GET', path, query };
		const { status, body } = await callGraph(calling, request);
		if (!Array.isArray(body.data)) throw toUnreadableAnswerError({ status }, request);
		items.push(...(body.data as unknown[]));
		after = nextCursor(body.paging, seenCursors);
	} while (after !== undefined);
	return items;
}

function nextCursor(paging: unknown, seen: Set<string>): string | undefined {
	if (!isRecord(paging) || typeof paging.next !== 'string' || !isRecord(paging.cursors)) return undefined;
	const { after } = paging.cursors;
	if (typeof after !== 'string' || after === '' || seen.has(after)) return undefined;
	seen.add(after);
	return after;
}

import { callGraph, type GraphCalling } from './callGraph';
import type { GraphRequest } from './GraphTransport';
import { isRecord } from '../../domain/isRecord';
import { CloudApiNoAnswerError } from '../errors/CloudApiNoAnswerError';
import { toUnreadableAnswerError } from '../errors/toUnreadableAnswerError';

const PAGE_SIZE = 200;
// Many times what an account may have of anything that is listed; then the list goes round in some way.
const MOST_PAGES = 250;

/**
 * Reads all pages of a list, in Meta's order.
 *
 * Follows `paging.cursors.after` while there is a `paging.next`, and stops when a cursor comes back, so that a faulty
 * answer cannot keep it going; a list that has no end all the same is given up.
 *
 * @param path - path of the list, for example `/102290129340398/message_templates`
 * @param fields - names of the fields wanted; none leaves the choice to Meta
 * @param filters - what else is asked for; empty when undefined
 * @throws {CloudApiNoAnswerError} when an answer holds no list, or after 50,000 entries; never gives a part of the list for the whole
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-management (read 2026-09-11)
 */
export async function listGraphItems(
	calling: GraphCalling,
	path: string,
	fields: string[],
	filters: Record<string, string> = {},
): Promise<unknown[]> {
	const items: unknown[] = [];
	const seenCursors = new Set<string>();
	let after: string | undefined;
	do {
		const query = {
			...filters,
			...(fields.length > 0 && { fields: fields.join(',') }),
			limit: PAGE_SIZE,
			...(after !== undefined && { after }),
		};
		const request: GraphRequest = { method: 'GET', path, query };
		const { status, body } = await callGraph(calling, request);
		if (!Array.isArray(body.data)) throw toUnreadableAnswerError({ status }, request);
		items.push(...(body.data as unknown[]));
		after = nextCursor(body.paging, seenCursors);
		if (seenCursors.size >= MOST_PAGES) throw toEndlessListError(path);
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

function toEndlessListError(path: string): CloudApiNoAnswerError {
	return new CloudApiNoAnswerError(`The list at ${path} has no end: WhatsApp named one more page after ${MOST_PAGES} of them.`, {
		advice: "Try again later. Where it stays so, check that the 'Graph API Base URL' of the credential leads to Meta.",
		wasPossiblySent: false,
	});
}

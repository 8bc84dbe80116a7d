/** What n8n makes of a request before the trigger sees it. */
export interface ReceivedRequest {
	/** Of the header, without its parameters; lower case. */
	contentType?: string;
	/** Of the header; `utf-8` where it names none. */
	encoding?: string;
	body?: unknown;
}

/**
 * Gives what the bytes that were verified say, and undefined where they are no JSON.
 *
 * What n8n has read of them is taken where it can be nothing else: JSON in UTF-8. What it has read in another way depends on a header that
 * is not signed, so the bytes are read anew then.
 *
 * @param rawBody - the bytes that were verified
 */
export function readBody({ contentType, encoding, body }: ReceivedRequest, rawBody: Buffer): unknown {
	const isRead = contentType === 'application/json' && /^utf-?8$/i.test(encoding ?? '') && typeof body === 'object' && body !== null;
	return isRead && rawBody.length > 0 ? body : parseJson(rawBody);
}

function parseJson(rawBody: Buffer): unknown {
	try {
		return JSON.parse(rawBody.toString('utf8'));
	} catch {
		return undefined;
	}
}

import { asRecord } from './asRecord';

/**
 * Gives the conversations of a `history` webhook, one item each.
 *
 * A chunk without conversations, for example one that reports that the person declined to share them, is an item itself.
 *
 * @param chunks - Meta's `history[]`
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/history (read 2026-03)
 */
export function historyThreads(chunks: unknown[]): unknown[] {
	return chunks.flatMap((chunk) => {
		const threads = asRecord(chunk)?.threads;
		return Array.isArray(threads) && threads.length > 0 ? (threads as unknown[]) : [chunk];
	});
}

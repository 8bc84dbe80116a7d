import { mergePrices } from './mergePrices';
import type { MessageStatus } from './MessageStatus';

/** The part of a status that says what became of the message. */
type StatusNotice = Pick<MessageStatus, 'status' | 'atMs' | 'errorCodes' | 'price'>;

// Meta may leave `delivered` out when `read` comes, and notices arrive in any order. A word that nobody knows yet ranks
// below all others, so that it never hides what is known.
const ORDER = ['sent', 'delivered', 'read', 'played', 'failed'];
// What one member of a group has has not failed.
const ORDER_IN_GROUP = ['sent', 'failed', 'delivered', 'read', 'played'];

/**
 * Gives the one of two statuses of a message that counts, whichever arrived first.
 *
 * The order is sent, delivered, read, played; failed is final. Of two equal ones the newer counts, and two failures keep
 * the error codes of both. What the one says about the price and the other does not is kept.
 *
 * Of a message to a group the one counts that got furthest with any of its members; failed is the message that nobody has.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/status (read 2026-09-11)
 */
export function laterStatus<Notice extends StatusNotice>(one: Notice, other: Notice, { isToGroup = false } = {}): Notice {
	const counting = compare(one, other, isToGroup ? ORDER_IN_GROUP : ORDER) >= 0 ? one : other;
	const price = mergePrices(one.price, other.price);
	const winner = price ? { ...counting, price } : counting;
	if (one.status !== 'failed' || other.status !== 'failed') return winner;
	const errorCodes = [...new Set([...one.errorCodes, ...other.errorCodes])].sort((a, b) => a - b);
	return { ...winner, errorCodes };
}

/** Positive when `one` counts. A tie between two unknown words is broken by the alphabet, so that order never matters. */
function compare(one: StatusNotice, other: StatusNotice, order: string[]): number {
	const byRank = order.indexOf(one.status) - order.indexOf(other.status);
	return byRank || one.atMs - other.atMs || (one.status < other.status ? -1 : 1);
}

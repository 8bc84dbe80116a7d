import { groupOf } from '../domain/groupAsUser';
import type { Destination } from './Destination';

/** A group has so many members at the most; each of them is charged for, and nobody says how many there are. */
const MOST_MEMBERS = 8;

/**
 * Says how many messages are charged at the most for so many to a person, or to a group.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/groups (dated 2026-06-16)
 */
export function chargesAtMost({ recipient }: Pick<Destination, 'recipient'>, count: number): number {
	return groupOf(recipient) === undefined ? count : count * MOST_MEMBERS;
}

import { ControlError } from '../control/ControlError.ts';
import type { Engine } from '../Engine.ts';
import type { Group } from '../world/Group.ts';
import { findParticipants } from './findParticipants.ts';

/** Beside the business. */
const MOST_MEMBERS = 7;

/** A group that is made, or whose members change. */
export interface GroupInput {
	/** Undefined makes a new one. */
	id?: string;
	/** Undefined keeps the one that is known. */
	subject?: string;
	/** Undefined takes the first business number. */
	phoneNumberId?: string;
	/** Phone numbers in any spelling, wa_ids or BSUIDs; whom nobody knows becomes a new person. */
	members: string[];
}

/**
 * Makes a group, or changes one.
 *
 * @throws {ControlError} for an ID or a business number that nobody has, for an address that is none, and for too many members
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/groups (dated 2026-06-16)
 */
export function putGroup(engine: Engine, { id, subject, phoneNumberId, members }: GroupInput): Group {
	const { world } = engine;
	const known = id === undefined ? undefined : world.findGroup(id);
	if (id !== undefined && !known) throw new ControlError(`There is no group "${id}".`);
	const number = phoneNumberId === undefined ? (known ?? { phoneNumberId: world.numbers[0]?.id ?? '' }) : { phoneNumberId };
	if (!world.findNumber(number.phoneNumberId)) throw new ControlError(`There is no business number "${phoneNumberId}".`);
	if (members.length > MOST_MEMBERS) throw new ControlError(`A group has at most ${MOST_MEMBERS} members beside the business.`);
	const people = members.map((from) => findParticipants(engine, { from, phoneNumberId: number.phoneNumberId }).person);
	return world.putGroup({
		id: known?.id ?? makeId(engine, number.phoneNumberId),
		subject: subject ?? known?.subject ?? 'A group',
		phoneNumberId: number.phoneNumberId,
		members: [...new Set(people.map(({ waId }) => waId))],
	});
}

function makeId({ world, ids }: Engine, phoneNumberId: string): string {
	const digits = world.findNumber(phoneNumberId)?.displayPhoneNumber.replace(/\D/g, '') ?? '';
	return Buffer.from(`capi_group:${digits}:${ids.numericId()}`).toString('base64url');
}

import { ControlError } from '../control/ControlError.ts';
import type { Engine } from '../Engine.ts';
import type { BusinessNumber } from '../world/BusinessNumber.ts';
import type { Person } from '../world/Person.ts';

/** The two sides of a conversation. */
export interface Participants {
	/** The WhatsApp user. */
	person: Person;
	/** The business number. */
	number: BusinessNumber;
}

/** Names the two sides of a conversation. */
export interface ParticipantNames {
	/** Phone number in any spelling, wa_id or BSUID; a phone number nobody has yet becomes a new person. */
	from: string;
	/** Undefined takes the first business number. */
	phoneNumberId?: string;
	/** Name of the person; undefined keeps the one that is known. */
	name?: string;
}

/**
 * Finds the two sides of a conversation.
 *
 * @throws {ControlError} for a phone number ID or BSUID that nobody has, and for what is not a phone number
 */
export function findParticipants({ world }: Engine, { from, phoneNumberId, name }: ParticipantNames): Participants {
	const number = phoneNumberId === undefined ? world.numbers[0] : world.findNumber(phoneNumberId);
	if (!number) throw new ControlError(`There is no business number "${phoneNumberId}".`);
	const known = world.findPerson(from);
	if (known && name === undefined) return { person: known, number };
	const digits = known?.waId ?? from.replace(/\D/g, '');
	if (/[A-Za-z]/.test(from) && !known) throw new ControlError(`Nobody has the user ID "${from}".`);
	if (digits.length < 7 || digits.length > 15) throw new ControlError(`"${from}" is not a phone number.`);
	return { person: world.putPerson({ waId: digits, ...(name !== undefined && { name }) }), number };
}

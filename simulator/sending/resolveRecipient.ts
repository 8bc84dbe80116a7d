import { GraphError } from '../graph/GraphError.ts';
import type { Group } from '../world/Group.ts';
import type { Person } from '../world/Person.ts';
import type { World } from '../world/World.ts';
import type { SendDraft } from './SendDraft.ts';

/**
 * Finds the person a message is addressed to, and notes which parameter named the address.
 *
 * A phone number nobody has yet belongs to a person who never wrote. A BSUID has to be known: it only exists because
 * the person was seen. With both parameters, `to` wins. As the recipient of the type `group`, the ID of a group that the business number is in.
 *
 * @throws {GraphError} 131008 without an address, 131009 for one that cannot be, 131021 for the sender's own number, 131041 for a group that
 * is none, 131020 for one without other members
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids (read 2026-03-10)
 */
export function resolveRecipient(world: World, draft: SendDraft): void {
	const to = addressOf(draft.body.to);
	if (draft.body.recipient_type === 'group') {
		draft.group = findGroup(world, draft, to);
		draft.input = to;
		return;
	}
	const recipient = addressOf(draft.body.recipient);
	if (!to && !recipient) throw new GraphError(131008, { details: "Parameter 'to' or 'recipient' is missing" });
	draft.person = to ? findByNumber(world, draft, to) : findByBsuid(world, recipient);
	draft.input = to || recipient;
	draft.addressedBy = { phoneNumber: to !== '', bsuid: recipient === draft.person.bsuid };
}

function findGroup(world: World, draft: SendDraft, to: string): Group {
	if (!to) throw new GraphError(131008, { details: "Parameter 'to' is missing" });
	const group = world.findGroup(to);
	if (group?.phoneNumberId !== draft.number.id) throw new GraphError(131041);
	if (group.members.length === 0) throw new GraphError(131020);
	return group;
}

function findByNumber(world: World, draft: SendDraft, to: string): Person {
	const digits = to.replace(/\D/g, '');
	if (!/^\+?[\d\s().-]+$/.test(to) || digits.length < 7 || digits.length > 15) {
		const hint = /^[A-Z]{2}\./.test(to) ? '; a business-scoped user ID belongs in recipient' : '';
		throw new GraphError(131009, { details: `Parameter to is not a phone number${hint}` });
	}
	if (draft.number.displayPhoneNumber.replace(/\D/g, '') === digits) throw new GraphError(131021);
	return world.findPerson(to) ?? world.putPerson({ waId: digits });
}

function findByBsuid(world: World, recipient: string): Person {
	const person = /^[A-Z]{2}\.[A-Za-z0-9.]{1,128}$/.test(recipient) ? world.findPerson(recipient) : undefined;
	if (!person) {
		throw new GraphError(131009, { details: 'Parameter recipient is not a user ID of this business portfolio' });
	}
	return person;
}

function addressOf(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

import { ControlError } from '../control/ControlError.ts';
import type { Engine } from '../Engine.ts';
import { numberChangeUpdate } from '../webhooks/numberChangeUpdate.ts';
import type { Person } from '../world/Person.ts';

/**
 * Lets a person move to another phone number: new wa_id, new BSUID, and a system message to every business number the
 * person has talked with. The windows do not move: Meta does not say that they do.
 *
 * @param address - who moves: phone number in any spelling, wa_id or BSUID
 * @param newNumber - phone number in any spelling
 * @throws {ControlError} when nobody has the address, or somebody has the new number
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids (read 2026-03-10)
 */
export function changeNumber(engine: Engine, address: string, newNumber: string): Person {
	const { world, ids, clock, deliveries } = engine;
	const previous = world.findPerson(address);
	if (!previous) throw new ControlError(`There is nobody with the address "${address}".`);
	const waId = newNumber.replace(/\D/g, '');
	if (waId.length < 7 || waId.length > 15) throw new ControlError(`"${newNumber}" is not a phone number.`);
	if (world.findPerson(waId)) throw new ControlError(`Somebody has the phone number "${newNumber}" already.`);
	const told = world.numbers.filter((number) =>
		world.listMessages().some((message) => message.phoneNumberId === number.id && message.waId === previous.waId),
	);
	const person = world.movePerson(previous, { waId, bsuid: ids.freshBsuid() });
	for (const number of told.length > 0 ? told : world.numbers.slice(0, 1)) {
		const id = ids.messageId();
		deliveries.enqueue(numberChangeUpdate({ id, previous, person, number, atMs: clock.nowMs() }));
	}
	return person;
}

import type { GatheredMessage } from '../../../nodes/shared/store/Gatherings.ts';
import { PHONE_NUMBER_ID, samplePerson } from '../store/samplePerson.ts';

/** A line of person `n`, as the trigger keeps it until the workflow has it. @param line - tells the lines of a person apart */
export function sampleMessage(n: number, line: string): GatheredMessage {
	const { user } = samplePerson(n);
	const eventId = `wamid.${line}.${n}`;
	const event = {
		event: 'message',
		eventId,
		messageId: eventId,
		type: 'text',
		atMs: 1_800_000_000_000,
		businessAccountId: '102290129340398',
		phoneNumberId: PHONE_NUMBER_ID,
		user,
		profileName: 'Somebody with a name',
		text: 'And do you have the fern in blue as well?',
		raw: { id: eventId, from: user.waId, type: 'text', timestamp: '1800000000', text: { body: 'And do you have the fern in blue as well?' } },
	};
	return { eventId, phoneNumberId: PHONE_NUMBER_ID, user, event: JSON.stringify(event) };
}

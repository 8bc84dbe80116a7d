import { ControlError } from '../control/ControlError.ts';
import type { Engine } from '../Engine.ts';
import type { JsonObject } from '../JsonObject.ts';
import type { MessageButton } from '../world/MessageButton.ts';
import type { MessageRecord } from '../world/MessageRecord.ts';
import { answerCallRequest } from './answerCallRequest.ts';
import { call } from './call.ts';
import type { ParticipantNames, Participants } from './findParticipants.ts';
import { findParticipants } from './findParticipants.ts';
import { pay } from './pay.ts';
import { receiveMessage } from './receiveMessage.ts';
import { sampleContent } from './sampleContent.ts';
import { shareContactInfo } from './shareContactInfo.ts';

/** A tap on a button. */
export interface TapInput extends ParticipantNames {
	/** wamid of the message with the button; undefined takes the newest that has one. */
	messageId?: string;
	/** Words, payload or ID of the button; undefined takes the first. */
	button?: string;
}

/** Buttons that open a form, and the control with which that is answered. */
const FORMS: Readonly<Partial<Record<MessageButton['kind'], string>>> = { flow: 'answerFlow', address: 'answerAddress' };

/**
 * Lets a person tap a button: a `button` message for a template's quick reply, `interactive` for a reply button or a row, and
 * what the others ask for: a sample location, the person's own contact, the permission to call, a call, a payment.
 *
 * @throws {ControlError} when there is no such message or button, or when the button opens something on the phone
 */
export function tap(engine: Engine, input: TapInput): MessageRecord {
	const participants = findParticipants(engine, input);
	const message = findTappable(engine, participants, input.messageId);
	const tappable = message.buttons.filter((button) => button.kind !== 'other');
	const wanted = input.button;
	const button =
		wanted === undefined
			? tappable[0]
			: message.buttons.find((candidate) => candidate.text === wanted || candidate.value === wanted);
	if (!button) throw new ControlError(`The message has no button "${wanted ?? ''}" that sends something.`);
	if (button.kind === 'other') throw new ControlError(`"${button.text}" opens on the phone and sends nothing.`);
	const form = FORMS[button.kind];
	if (form) throw new ControlError(`"${button.text}" opens a form: fill it in with ${form}.`);
	return answerButton(engine, participants, message, button);
}

function findTappable({ world }: Engine, { person, number }: Participants, messageId?: string): MessageRecord {
	const message = world
		.listMessages()
		.findLast(
			(candidate) =>
				candidate.waId === person.waId &&
				candidate.phoneNumberId === number.id &&
				['sent', 'delivered', 'read', 'accepted'].includes(candidate.status) &&
				(messageId === undefined ? candidate.buttons.length > 0 : candidate.id === messageId),
		);
	if (!message)
		throw new ControlError(`${person.name} has no message with a button${messageId ? ` "${messageId}"` : ''}.`);
	return message;
}

function answerButton(
	engine: Engine,
	participants: Participants,
	{ id }: MessageRecord,
	button: MessageButton,
): MessageRecord {
	const names = { from: participants.person.bsuid, phoneNumberId: participants.number.id };
	if (button.kind === 'pay') return pay(engine, { ...names, messageId: id });
	if (button.kind === 'call') return call(engine, { ...names, payload: button.value });
	if (button.kind === 'callPermission') {
		const response = button.value === 'accept' ? 'accept' : 'reject';
		return answerCallRequest(engine, { ...names, response, messageId: id });
	}
	return receiveMessage(engine, participants, { ...toContent(button, participants), contextId: id });
}

function toContent(button: MessageButton, { person }: Participants): { type: string; content: JsonObject } {
	if (button.kind === 'quickReply') return { type: 'button', content: { payload: button.value, text: button.text } };
	if (button.kind === 'location') return { type: 'location', content: sampleContent('location') };
	if (button.kind === 'contactInfo') return { type: 'contacts', content: shareContactInfo(person) };
	const reply = {
		id: button.value,
		title: button.text,
		...(button.description !== undefined && { description: button.description }),
	};
	const type = button.kind === 'listRow' ? 'list_reply' : 'button_reply';
	return { type: 'interactive', content: { type, [type]: reply } };
}

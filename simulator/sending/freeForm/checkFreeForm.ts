import type { Engine } from '../../Engine.ts';
import { GraphError } from '../../graph/GraphError.ts';
import type { JsonObject } from '../../JsonObject.ts';
import { toJsonObject } from '../../toJsonObject.ts';
import type { MessageRecord } from '../../world/MessageRecord.ts';
import type { SendDraft } from '../SendDraft.ts';
import { checkAudio } from './checkAudio.ts';
import { checkContacts } from './checkContacts.ts';
import { checkLocation } from './checkLocation.ts';
import { checkMedia } from './checkMedia.ts';
import { checkReaction } from './checkReaction.ts';
import { checkSticker } from './checkSticker.ts';
import { checkText } from './checkText.ts';
import { freeFormRefusal } from './freeFormRefusal.ts';
import { checkInteractive } from './interactive/checkInteractive.ts';
import type { FreeFormCheck } from './SentFreeForm.ts';

const checks: Readonly<Record<string, FreeFormCheck>> = {
	text: checkText,
	image: checkMedia,
	video: checkMedia,
	document: checkMedia,
	audio: checkAudio,
	sticker: checkSticker,
	location: checkLocation,
	contacts: checkContacts,
	reaction: checkReaction,
	interactive: checkInteractive,
};

/**
 * Checks a free-form message of any type against what Meta asks of it.
 *
 * @throws {GraphError} 131051 for an unknown type, 131008 for something missing, 131009 for a value that cannot be, 100 for
 * another shape, 131053 for a file of another kind
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages (read 2026-05)
 */
export function checkFreeForm({ media, world }: Engine, draft: SendDraft): void {
	const { type, nowMs, number, person, group } = draft;
	const check = Object.hasOwn(checks, type) ? checks[type] : undefined;
	if (!check) throw new GraphError(131051, { details: `Parameter type ${type} is not a message type` });
	draft.content = readContent(type, draft.body[type]);
	const isHere = (message: MessageRecord | undefined): boolean =>
		message?.phoneNumberId === number.id && (group ? message.groupId === group.id : message.waId === person?.waId);
	check({
		type,
		content: draft.content,
		nowMs,
		findFile: (id) => media.find(id),
		findMessage: (id) => {
			const message = world.findMessage(id);
			return isHere(message) ? message : undefined;
		},
	});
}

function readContent(type: string, value: unknown): JsonObject {
	if (value === undefined) {
		throw new GraphError(131008, { details: `Parameter '${type}' is mandatory for type '${type}'` });
	}
	if (type === 'contacts') return { contacts: value };
	const content = toJsonObject(value);
	if (!content) throw freeFormRefusal.shape(`Param ${type} must be a JSON object.`);
	return content;
}

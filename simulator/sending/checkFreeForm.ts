import { GraphError } from '../graph/GraphError.ts';
import type { JsonObject } from '../JsonObject.ts';
import { toJsonObject } from '../toJsonObject.ts';
import type { SendDraft } from './SendDraft.ts';

const TEXT_CHARACTERS = 4096;
const CAPTION_CHARACTERS = 1024;

const contentChecks: Readonly<Record<string, (content: JsonObject) => void>> = {
	text: checkText,
	image: checkMedia,
	video: checkMedia,
	document: checkMedia,
	audio: checkMedia,
	sticker: checkMedia,
	location: (content) => requireEach(content, 'location', ['latitude', 'longitude']),
	reaction: (content) => requireEach(content, 'reaction', ['message_id']),
	interactive: checkInteractive,
	contacts: () => undefined,
};

/**
 * Checks the least that a free-form message needs: its own object and that object's required members.
 *
 * @throws {GraphError} 131009 for an unknown type, 131008 for something missing, 100 for a text that is too long
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages (read 2026-05)
 */
export function checkFreeForm(draft: SendDraft): void {
	const check = contentChecks[draft.type];
	if (!check) throw new GraphError(131009, { details: `Parameter type ${draft.type} is not a message type` });
	const content = draft.body[draft.type];
	if (draft.type === 'contacts' && Array.isArray(content) && content.length > 0) {
		draft.content = { contacts: content };
		return;
	}
	const object = toJsonObject(content);
	if (!object) throw missing(`Parameter '${draft.type}' is mandatory for type '${draft.type}'`);
	check(object);
	draft.content = object;
}

function checkText({ body }: JsonObject): void {
	if (typeof body !== 'string' || body === '') throw missing('Parameter of type text is missing text value');
	if ([...body].length > TEXT_CHARACTERS) {
		throw new GraphError(100, {
			message: `(#100) Param text['body'] must be at most ${TEXT_CHARACTERS} characters long.`,
		});
	}
}

function checkMedia(content: JsonObject): void {
	if (!content.id && !content.link) throw missing("Either 'id' or 'link' is required for media");
	if (typeof content.caption === 'string' && [...content.caption].length > CAPTION_CHARACTERS) {
		throw new GraphError(100, {
			message: `(#100) Param caption must be at most ${CAPTION_CHARACTERS} characters long.`,
		});
	}
}

function checkInteractive(content: JsonObject): void {
	requireEach(content, 'interactive', ['type', 'action']);
	const body = toJsonObject(content.body)?.text;
	if (content.type !== 'product' && typeof body !== 'string')
		throw missing('Parameter interactive.body.text is missing');
}

function requireEach(content: JsonObject, name: string, members: readonly string[]): void {
	const absent = members.find((member) => content[member] === undefined || content[member] === '');
	if (absent) throw missing(`Parameter ${name}.${absent} is missing`);
}

function missing(details: string): GraphError {
	return new GraphError(131008, { details });
}

import type { Engine } from '../Engine.ts';
import { GraphError } from '../graph/GraphError.ts';
import type { JsonObject } from '../JsonObject.ts';
import { toJsonObject } from '../toJsonObject.ts';
import { freeFormRefusal } from './freeForm/freeFormRefusal.ts';
import type { SendDraft } from './SendDraft.ts';

const CATEGORIES = ['authentication', 'service', 'utility'];
const INTERACTIVE_TYPES = ['button', 'cta_url', 'voice_call'];
/** As of a template (direct-send/supported-features-and-limits, dated 2026-07-31); in code points. */
const BODY_CHARACTERS = 1024;
const LEAST_TTL_SECONDS = 30;
const MOST_TTL_SECONDS = 43_200;

/**
 * Checks the category of a free-form message, which sends it without an open window and without a template of the business, where the
 * account may do that; authentication messages are a beta of Meta's that the simulator does not have. A template's category is its own.
 *
 * With which code Meta refuses a type or a length that Direct Send does not take, no source says; here it is 131009.
 *
 * @throws {GraphError} 100 for a category that there is not, for an account without Direct Send and for a wrong time to live, 139200 for one whose
 * Direct Send is blocked
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/direct-send/api-reference (dated 2026-07-31)
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/direct-send/configure-message-ttl (dated 2026-07-31)
 */
export function checkDirectSend({ world, ids }: Engine, draft: SendDraft): void {
	const { body, type, content } = draft;
	const { category, ttl_seconds: ttl } = body;
	if (type === 'template') return;
	if (category !== undefined && !CATEGORIES.includes(String(category))) {
		const names = CATEGORIES.map((name) => name.toUpperCase()).join(', ');
		throw freeFormRefusal.shape(`Param category must be one of {${names}} - got ${JSON.stringify(category)}.`);
	}
	if (category === undefined || category === 'service') {
		if (ttl !== undefined) throw freeFormRefusal.shape('Param ttl_seconds is only for messages by Direct Send.');
		return;
	}
	if (category === 'authentication' || world.settings.directSend === 'off') {
		throw new GraphError(100, {
			details: "Parameter Invalid: The 'category' value requires Direct Send, which isn't enabled for this account. Use an approved message template instead.",
		});
	}
	if (world.settings.directSend === 'blocked') {
		throw new GraphError(139200, {
			details: 'Direct Send Access is restricted: Direct send messaging capability is not available for this WABA right now due to misclassification based enforcements.',
		});
	}
	checkContent(type, content);
	checkTtl(ttl);
	draft.generatedTemplateId = ids.numericId();
}

function checkContent(type: string, content: JsonObject): void {
	if (type !== 'text' && (type !== 'interactive' || !INTERACTIVE_TYPES.includes(String(content.type)))) {
		throw freeFormRefusal.wrong('type', `${type} is not supported by Direct Send`);
	}
	const text = type === 'text' ? content.body : toJsonObject(content.body)?.text;
	if ([...String(text)].length > BODY_CHARACTERS) throw freeFormRefusal.wrong(`${type}.body`, `must be at most ${BODY_CHARACTERS} characters long`);
}

function checkTtl(ttl: unknown): void {
	if (ttl === undefined) return;
	if (typeof ttl !== 'number' || ttl > MOST_TTL_SECONDS) throw freeFormRefusal.shape(`The time to live value must be lower than or equal to ${MOST_TTL_SECONDS}`);
	if (ttl < LEAST_TTL_SECONDS) throw freeFormRefusal.shape(`The time to live value must be higher than or equal to ${LEAST_TTL_SECONDS}`);
}

import type { Engine } from '../Engine.ts';
import { GraphError } from '../graph/GraphError.ts';
import type { JsonObject } from '../JsonObject.ts';
import type { BusinessNumber } from '../world/BusinessNumber.ts';
import { reportStatuses } from './reportStatuses.ts';
import { limitChecks, shapeChecks } from './sendChecks.ts';
import type { SendCheck } from './sendChecks.ts';
import type { SendDraft } from './SendDraft.ts';
import { toMessageRecord } from './toMessageRecord.ts';

/** How a message is taken. */
export interface SendOptions {
	/** Code of an ordered failure after the acceptance; undefined leaves it to the rules. */
	lateFailureCode?: number;
	/** Where it was posted to; `messages` when undefined. */
	endpoint?: SendDraft['endpoint'];
}

/**
 * Takes a message as Meta does: checks it, remembers it, answers, and reports its statuses later.
 *
 * @throws {GraphError} with the first refusal; the refused message is remembered too
 */
export function sendMessage(
	engine: Engine,
	number: BusinessNumber,
	body: JsonObject,
	{ lateFailureCode, endpoint = 'messages' }: SendOptions = {},
): JsonObject {
	const draft = startDraft(engine, number, body, endpoint);
	const refusal = findRefusal(engine, draft, [...shapeChecks, ...limitChecks]);
	if (refusal) {
		rememberRefusal(engine, draft, refusal);
		throw refusal;
	}
	const message = engine.world.addMessage(toMessageRecord(draft, engine.ids.messageId(), 'accepted'));
	const isHeld = engine.world.settings.templatePacing && draft.template?.category === 'MARKETING';
	const report = (outcome: number | undefined) => reportStatuses(engine, draft, message, outcome);
	if (isHeld) engine.heldMessages.add(report);
	else report(lateFailureCode);
	return toAnswer(draft, message.id, isHeld ? 'held_for_quality_assessment' : 'accepted');
}

/** Remembers a send that fails because a failure was ordered, before anybody looked at it. */
export function refuseMessage(
	engine: Engine,
	{ number, body, endpoint }: Pick<SendDraft, 'number' | 'body' | 'endpoint'>,
	reason: GraphError | string,
): void {
	const draft = startDraft(engine, number, body, endpoint);
	// Only to learn who it was for and what it said; the order decides the outcome.
	findRefusal(engine, draft, shapeChecks);
	rememberRefusal(engine, draft, reason);
}

function startDraft(
	engine: Engine,
	number: BusinessNumber,
	body: JsonObject,
	endpoint: SendDraft['endpoint'],
): SendDraft {
	return {
		body,
		number,
		endpoint,
		nowMs: engine.clock.nowMs(),
		type: typeof body.type === 'string' ? body.type : 'text',
		content: {},
		input: '',
		addressedBy: { phoneNumber: false, bsuid: false },
	};
}

function findRefusal(engine: Engine, draft: SendDraft, checks: readonly SendCheck[]): GraphError | undefined {
	try {
		for (const check of checks) check(engine, draft);
		return undefined;
	} catch (error) {
		return error instanceof GraphError ? error : new GraphError(131000, { details: String(error) });
	}
}

function rememberRefusal(engine: Engine, draft: SendDraft, reason: GraphError | string): void {
	const message = toMessageRecord(draft, `refused-${engine.ids.numericId()}`, 'refused');
	const error =
		reason instanceof GraphError
			? { code: reason.code, title: reason.title, ...(reason.details && { details: reason.details }) }
			: { title: reason };
	engine.world.addMessage({ ...message, error });
}

function toAnswer(
	{ input, person, group, addressedBy, template }: SendDraft,
	messageId: string,
	messageStatus: string,
): JsonObject {
	const contact = {
		input,
		...(group && { wa_id: group.id }),
		...(addressedBy.phoneNumber && { wa_id: person?.waId }),
		...(addressedBy.bsuid && { user_id: person?.bsuid }),
	};
	return {
		messaging_product: 'whatsapp',
		contacts: [contact],
		messages: [{ id: messageId, ...(template && { message_status: messageStatus }) }],
	};
}

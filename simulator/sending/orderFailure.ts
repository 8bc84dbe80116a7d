import type { JsonObject } from '../JsonObject.ts';
import { toJsonObject } from '../toJsonObject.ts';
import type { MessageRecord } from '../world/MessageRecord.ts';
import type { World } from '../world/World.ts';
import type { SendDraft } from './SendDraft.ts';

/** From these an order goes nowhere any more. */
const ENDS = ['canceled', 'completed'];

/**
 * The code with which Meta later fails a message about the state of an order: 2046 when the order cannot come into that state, 2047 when it is
 * to be canceled and has been paid; undefined when it can, and for an order that nobody knows.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/pg (dated 2026-05-21)
 */
export function orderFailure(world: World, draft: SendDraft): number | undefined {
	const { reference_id: reference, order } = parametersOf(draft.content, 'review_order') ?? {};
	const next = toJsonObject(order)?.status;
	if (next === undefined) return undefined;
	const earlier = world.listMessages().filter((message) => isAbout(message, draft, reference)).map(({ content }) => parametersOf(content, 'review_order') ?? {});
	const status = earlier.map((parameters) => toJsonObject(parameters.order)?.status).findLast((each) => each !== undefined);
	if (ENDS.includes(String(status)) || (next === 'pending' && status !== undefined && status !== 'pending')) return 2046;
	const isPaid = earlier.some((parameters) => toJsonObject(parameters.payment)?.status === 'captured');
	return next === 'canceled' && isPaid ? 2047 : undefined;
}

function isAbout({ direction, status, waId, content }: MessageRecord, { person }: SendDraft, reference: unknown): boolean {
	const isTaken = direction === 'outbound' && ['sent', 'delivered', 'read'].includes(status);
	return isTaken && waId === person?.waId && parametersOf(content, 'review_order')?.reference_id === reference;
}

function parametersOf(content: JsonObject, name: string): JsonObject | undefined {
	const action = toJsonObject(content.action);
	return action?.name === name ? toJsonObject(action.parameters) : undefined;
}

import { ControlError } from '../control/ControlError.ts';
import type { Engine } from '../Engine.ts';
import type { JsonObject } from '../JsonObject.ts';
import { sentComponents } from '../templates/sentComponents.ts';
import { toJsonObject } from '../toJsonObject.ts';
import { paymentUpdate } from '../webhooks/paymentUpdate.ts';
import type { MessageRecord } from '../world/MessageRecord.ts';
import type { ParticipantNames } from './findParticipants.ts';
import { findParticipants } from './findParticipants.ts';
import { findRequest } from './findRequest.ts';
import { receiveMessage } from './receiveMessage.ts';

/** A payment for an order. */
export interface PayInput extends ParticipantNames {
	/** wamid of the message with the order; undefined takes the newest. */
	messageId?: string;
	/** What becomes of a payment through a gateway; `captured` when undefined. */
	status?: 'captured' | 'pending';
}

/**
 * Lets a person pay for an order, as far as Meta tells the business of it: a payment through a gateway of India is a status of its own, a card
 * on file in Brazil is a message that confirms it. Of everything else the business hears from its bank or payment provider.
 *
 * A payment that is `pending` has been tried and has failed.
 *
 * @returns the message with the order, or the message that confirms the card
 * @throws {ControlError} when there is no such order, or Meta would not tell of the payment
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-in/pg (dated 2026-05-21)
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-br/one-click-payments (read 2025-12)
 */
export function pay(engine: Engine, input: PayInput): MessageRecord {
	const participants = findParticipants(engine, input);
	const order = input.messageId === undefined ? findRequest(engine, participants, 'review_and_pay') : engine.world.findMessage(input.messageId);
	const parameters = toJsonObject(toJsonObject(order?.content.action)?.parameters);
	if (!order || !parameters) throw new ControlError(`${participants.person.name} has no order to pay.`);
	const atMs = engine.clock.nowMs();
	const card = settingOf(parameters, 'offsite_card_pay');
	if (card) {
		const method = { payment_method: 'offsite_card_pay', payment_timestamp: Math.floor(atMs / 1000), reference_id: parameters.reference_id, ...card };
		return receiveMessage(engine, participants, { type: 'interactive', content: { type: 'payment_method', payment_method: method }, contextId: order.id });
	}
	const gateway = settingOf(parameters, 'payment_gateway');
	if (!gateway) throw new ControlError('Meta does not tell of this payment: the business hears of it from its bank or payment provider.');
	engine.deliveries.enqueue(paymentUpdate({ ...participants, order, parameters, gateway, status: input.status ?? 'captured', atMs }));
	return order;
}

function settingOf(parameters: JsonObject, type: string): JsonObject | undefined {
	const setting = sentComponents(parameters.payment_settings).find((candidate) => candidate.type === type);
	return toJsonObject(setting?.[type]);
}

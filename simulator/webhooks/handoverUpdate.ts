import type { BusinessNumber } from '../world/BusinessNumber.ts';
import type { Person } from '../world/Person.ts';
import { webhookMetadata } from './webhookMetadata.ts';
import type { WebhookUpdate } from './WebhookUpdate.ts';

/** A conversation that went from one responder to another. */
export interface Handover {
	/** Who takes part in it. */
	person: Person;
	/** Business number of the conversation. */
	number: BusinessNumber;
	/** What the app is told: it was passed the control, or it was taken from it. */
	control: 'control_passed' | 'control_taken';
	/** Role of the app; the other one is an `ai_agent`, or customer service where the app is that. */
	appRole: string;
	/** What one responder has written for the other; undefined when nothing. */
	metadata?: string;
	/** Epoch milliseconds. */
	atMs: number;
}

/**
 * Webhook update that tells the app who answers a person from now on.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messaging_handovers (as quoted on 2026-11-25)
 */
export function handoverUpdate({ person, number, control, appRole, metadata, atMs }: Handover): WebhookUpdate {
	const other = appRole === 'ai_agent' ? 'customer_service' : 'ai_agent';
	const [previous, next] = control === 'control_passed' ? [other, appRole] : [appRole, other];
	return {
		field: 'messaging_handovers',
		value: {
			messaging_product: 'whatsapp',
			type: control,
			recipient: webhookMetadata(number),
			sender: { ...(!person.hidesPhoneNumber && { phone_number: person.waId }), user_id: person.bsuid },
			timestamp: String(Math.floor(atMs / 1000)),
			[control]: { previous_owner_role: previous, new_owner_role: next, ...(metadata !== undefined && { metadata }) },
		},
		messageIds: [],
		summary: `${control === 'control_passed' ? 'control passed to' : 'control taken from'} the app, ${person.name}`,
	};
}

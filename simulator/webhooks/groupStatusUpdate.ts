import type { GraphError } from '../graph/GraphError.ts';
import type { SendDraft } from '../sending/SendDraft.ts';
import type { MessagePrice } from '../sending/toPrice.ts';
import type { MessageRecord } from '../world/MessageRecord.ts';
import type { Person } from '../world/Person.ts';
import { webhookContact } from './webhookContact.ts';
import { webhookMetadata } from './webhookMetadata.ts';
import type { WebhookUpdate } from './WebhookUpdate.ts';

/** What became of a message for one member of a group. */
export interface MemberStatus {
	person: Person;
	/** What it costs to reach this member. */
	price: MessagePrice;
	/** Why this member did not get it; undefined for who did. */
	error?: GraphError;
}

/** What became of a message to a group. */
export interface GroupStatusReport {
	/** The request that was accepted. */
	draft: SendDraft & Required<Pick<SendDraft, 'group'>>;
	/** The message as remembered. */
	message: MessageRecord;
	/** Meta's word. */
	status: MessageRecord['status'];
	/** When it happened; epoch milliseconds. */
	atMs: number;
	/** Those whose status it is; empty where it is the group's own. */
	members: MemberStatus[];
	/** Only with `failed`. */
	error?: GraphError;
}

/**
 * Webhook update of the statuses of a message to a group: one entry for each member, or one that names none.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/webhooks (read 2026-05)
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids (read 2026-03-10)
 */
export function groupStatusUpdate({ draft, message, status, atMs, members, error }: GroupStatusReport): WebhookUpdate {
	const callbackData = draft.body.biz_opaque_callback_data;
	const common = {
		id: message.id,
		status,
		timestamp: String(Math.floor(atMs / 1000)),
		recipient_id: draft.group.id,
		recipient_type: 'group',
		...(callbackData !== undefined && { biz_opaque_callback_data: callbackData }),
		...(error && { errors: [error.toWebhookError()] }),
	};
	const statuses = members.map(({ person, price }) => ({
		...common,
		...(!person.hidesPhoneNumber && { recipient_participant_id: person.waId }),
		recipient_participant_user_id: person.bsuid,
		...(status === 'delivered' && { pricing: price.pricing }),
	}));
	return {
		field: 'messages',
		value: {
			messaging_product: 'whatsapp',
			metadata: webhookMetadata(draft.number),
			...(members.length > 0 && !error && { contacts: members.map(({ person }) => webhookContact(person)) }),
			statuses: members.length > 0 ? statuses : [common],
		},
		messageIds: [message.id],
		summary: `status ${status}${error ? ` (${error.code})` : ''} in the group ${draft.group.subject}`,
	};
}

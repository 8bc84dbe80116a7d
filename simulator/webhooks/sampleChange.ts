import type { JsonObject } from '../JsonObject.ts';
import type { BusinessNumber } from '../world/BusinessNumber.ts';
import { webhookMetadata } from './webhookMetadata.ts';

/** What the samples are about. */
export interface SampleSubject {
	/** WABA ID. */
	businessAccountId: string;
	/** Business number. */
	number: BusinessNumber;
	/** Epoch milliseconds. */
	atMs: number;
	/** ID for a message in it. */
	messageId: string;
}

/** One Meta-shaped value for each field that nobody's action in the simulator brings about. */
const samples: Readonly<Record<string, (subject: SampleSubject) => JsonObject>> = {
	account_alerts: ({ businessAccountId }) => ({
		entity_type: 'BUSINESS',
		entity_id: businessAccountId,
		alert_info: {
			alert_severity: 'CRITICAL',
			alert_status: 'ACTIVE',
			alert_type: 'OBA_APPROVED',
			alert_description: 'Sample alert',
		},
	}),
	account_review_update: () => ({ decision: 'APPROVED' }),
	account_update: () => ({
		event: 'DISABLED_UPDATE',
		ban_info: { waba_ban_state: 'SCHEDULE_FOR_DISABLE', waba_ban_date: 'November 30, 2026' },
	}),
	business_capability_update: () => ({ max_daily_conversations_per_business: 2000, max_phone_numbers_per_waba: 25 }),
	business_username_update: ({ number }) => ({
		display_phone_number: digits(number),
		username: 'example.shop',
		status: 'approved',
	}),
	group_participants_update: ({ number, atMs }) => ({
		messaging_product: 'whatsapp',
		metadata: webhookMetadata(number),
		groups: [{ timestamp: seconds(atMs), group_id: 'Y2FwaV9ncm91cDox', type: 'group_participants_add' }],
	}),
	history: (subject) => sampleHistory(subject),
	phone_number_name_update: ({ number }) => ({
		display_phone_number: digits(number),
		decision: 'APPROVED',
		requested_verified_name: number.verifiedName,
		rejection_reason: null,
	}),
	phone_number_quality_update: ({ number }) => ({
		display_phone_number: digits(number),
		event: 'THROUGHPUT_UPGRADE',
		max_daily_conversations_per_business: 'TIER_UNLIMITED',
	}),
	security: ({ number }) => ({
		display_phone_number: digits(number),
		event: 'PIN_CHANGED',
		requester: '122093456789012345',
	}),
	smb_app_state_sync: ({ number, atMs }) => ({
		messaging_product: 'whatsapp',
		metadata: webhookMetadata(number),
		state_sync: [
			{
				type: 'contact',
				contact: { full_name: 'Eve Stone', first_name: 'Eve', phone_number: '12025550187' },
				action: 'add',
				metadata: { timestamp: String(seconds(atMs)) },
			},
		],
	}),
};

/** A value as Meta sends it in this field; undefined for a field without a sample. */
export function sampleChange(field: string, subject: SampleSubject): JsonObject | undefined {
	return Object.hasOwn(samples, field) ? samples[field]?.(subject) : undefined;
}

function sampleHistory({ number, atMs, messageId }: SampleSubject): JsonObject {
	const message = {
		from: '12025550187',
		id: messageId,
		timestamp: String(seconds(atMs) - 86_400),
		type: 'text',
		text: { body: 'An older message' },
		history_context: { status: 'READ' },
	};
	return {
		messaging_product: 'whatsapp',
		metadata: webhookMetadata(number),
		history: [
			{
				metadata: { phase: 0, chunk_order: 1, progress: 100 },
				threads: [{ id: '12025550187', messages: [message] }],
			},
		],
	};
}

function digits({ displayPhoneNumber }: BusinessNumber): string {
	return displayPhoneNumber.replace(/\D/g, '');
}

function seconds(atMs: number): number {
	return Math.floor(atMs / 1000);
}

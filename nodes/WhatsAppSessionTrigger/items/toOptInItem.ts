import type { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import type { PreferenceEvent } from '../../shared/webhook/parsing/WebhookEvent';
import type { EventRecord } from './EventRecord';
import { toIso } from './toIso';
import { toPersonJson } from './toPersonJson';

const STATES = new Map([
	['stop', 'optedOut'],
	['resume', 'optedIn'],
	['signup', 'optedIn'],
]);

/** Gives the item of a person who stopped or resumed marketing messages; `session.consent` is the consent after it. */
export function toOptInItem(
	event: PreferenceEvent,
	record: EventRecord,
	receivedAt: DateTime,
): IDataObject {
	const { phoneNumberId } = event;
	const { recipient, session } = toPersonJson(event, record, receivedAt);
	return {
		event: 'optInChange',
		recipient,
		phoneNumberId: phoneNumberId ?? null,
		businessAccountId: event.businessAccountId ?? null,
		profileName: event.profileName ?? null,
		optIn: {
			category: event.category === 'marketing_messages' ? 'marketing' : event.category,
			// A word that Meta adds later is passed on rather than guessed at.
			state: STATES.get(event.value.toLowerCase()) ?? event.value,
			detail: event.detail ?? null,
			signupId: event.signupId ?? null,
			timestamp: toIso(event.atMs),
			source: event.value.toLowerCase() === 'signup' ? 'signup' : 'userPreferences',
		},
		session,
	};
}

import type { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import type { Consent } from '../../shared/domain/Consent';
import type { ConsentChangeEvent } from '../../shared/webhook/parsing/ConsentChangeEvent';
import type { PreferenceEvent } from '../../shared/webhook/parsing/WebhookEvent';
import type { EventRecord } from './EventRecord';
import { toIso } from '../../shared/domain/toIso';
import { toPersonJson } from './toPersonJson';

const STATES = new Map([
	['stop', 'optedOut'],
	['resume', 'optedIn'],
	['signup', 'optedIn'],
]);

/** Gives the item of a person who opted in or out; `session.consent` is the consent after it. */
export function toOptInItem(
	event: PreferenceEvent | ConsentChangeEvent,
	record: EventRecord,
	receivedAt: DateTime,
): IDataObject {
	const { phoneNumberId } = event;
	const { recipient, session } = toPersonJson(event, record, receivedAt);
	return {
		event: 'optInChange',
		profileName: event.profileName ?? null,
		recipient,
		phoneNumberId: phoneNumberId ?? null,
		businessAccountId: event.businessAccountId ?? null,
		optIn: event.event === 'preference' ? toPreferenceJson(event) : toOptInJson(event, record.consent),
		session,
	};
}

/** Gives what a message, a button or a failed message says. A start word that takes back nothing is `unchanged`. */
export function toOptInJson(event: ConsentChangeEvent, consent: Consent | undefined): IDataObject {
	const { kind, state, source, messageId, wording, takesBackOnly } = event;
	const isEntered = !takesBackOnly || consent?.facts.some((fact) => fact.evidence === messageId);
	return {
		category: kind,
		state: isEntered ? state : 'unchanged',
		detail: wording ?? null,
		signupId: null,
		timestamp: toIso(event.atMs),
		source,
		evidence: messageId,
	};
}

function toPreferenceJson(event: PreferenceEvent): IDataObject {
	return {
		category: event.category === 'marketing_messages' ? 'marketing' : event.category,
		// A word that Meta adds later is passed on rather than guessed at.
		state: STATES.get(event.value.toLowerCase()) ?? event.value,
		detail: event.detail ?? null,
		signupId: event.signupId ?? null,
		timestamp: toIso(event.atMs),
		source: event.value.toLowerCase() === 'signup' ? 'signup' : 'userPreferences',
		evidence: event.eventId,
	};
}

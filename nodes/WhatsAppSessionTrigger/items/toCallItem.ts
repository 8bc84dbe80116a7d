import type { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import type { CallEvent, CallStatusEvent } from '../../shared/webhook/parsing/WebhookEvent';
import type { EventRecord } from './EventRecord';
import { toErrorsJson } from './toErrorsJson';
import { toIso } from '../../shared/domain/toIso';
import { toMediaJson } from './toMediaJson';
import { toPersonJson } from './toPersonJson';

const DIRECTIONS = new Map([
	['USER_INITIATED', 'userInitiated'],
	['BUSINESS_INITIATED', 'businessInitiated'],
]);

/** Gives the item of a call, or of what became of a call that the business made. */
export function toCallItem(
	event: CallEvent | CallStatusEvent,
	record: EventRecord,
	receivedAt: DateTime,
): IDataObject {
	const { phoneNumberId } = event;
	const { recipient, session } = toPersonJson(event, record, receivedAt);
	return {
		event: 'call',
		profileName: event.profileName ?? null,
		recipient,
		phoneNumberId,
		businessAccountId: event.businessAccountId ?? null,
		call: event.event === 'call' ? toCallJson(event) : toStatusJson(event),
		session,
	};
}

function toCallJson(event: CallEvent): IDataObject {
	return {
		id: event.callId,
		event: event.callEvent?.toLowerCase() ?? null,
		direction: DIRECTIONS.get(event.direction ?? '') ?? event.direction ?? null,
		timestamp: toIso(event.atMs),
		status: event.callStatus ?? null,
		startedAt: toIso(event.startedAtMs),
		endedAt: toIso(event.endedAtMs),
		durationSeconds: event.durationSeconds ?? null,
		recording: toMediaJson(event.recording),
		transcript: toMediaJson(event.transcript),
		errors: toErrorsJson(event.errors),
	};
}

/** Meta reports a status only of calls that the business made. */
function toStatusJson(event: CallStatusEvent): IDataObject {
	return {
		id: event.callId,
		event: event.callStatus.toLowerCase(),
		direction: 'businessInitiated',
		timestamp: toIso(event.atMs),
		status: null,
		startedAt: null,
		endedAt: null,
		durationSeconds: null,
		recording: null,
		transcript: null,
		errors: toErrorsJson(event.errors),
	};
}

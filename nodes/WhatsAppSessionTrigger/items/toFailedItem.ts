import type { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { toCloudApiError } from '../../shared/cloudApi/errors/toCloudApiError';
import { NO_CONSENT_ON_RECORD } from '../../shared/domain/Consent';
import { customerServiceWindow } from '../../shared/domain/customerServiceWindow';
import { RE_ENGAGEMENT_CODE } from '../../shared/domain/isRefusal';
import { nextStepAfterFailure } from '../../shared/domain/nextStepAfterFailure';
import { toIso } from '../../shared/domain/toIso';
import { toSessionJson } from '../../shared/n8n/items/toSessionJson';
import { retryInMsAfter } from '../../shared/sending/pacing/toBackOff';
import type { StatusEvent } from '../../shared/webhook/parsing/WebhookEvent';
import { addressOf } from './addressOf';
import type { EventRecord } from './EventRecord';
import { sentTo } from './sentTo';
import { toSentMessageJson } from './toSentMessageJson';

/**
 * Gives the item of a message that WhatsApp did not deliver: what was sent, why it failed, and what may be sent instead.
 *
 * `recipient` and `phoneNumberId` are those of the message, so that one wire leads to WhatsApp Send Template.
 */
export function toFailedItem(event: StatusEvent, record: EventRecord, receivedAt: DateTime): IDataObject {
	const { session, consent, send } = record;
	const recipient = sentTo(event, send);
	const window = customerServiceWindow(session, receivedAt);
	const message = toSentMessageJson(event, send);
	// The others may have it: whatever was sent now, they would get twice.
	const isOfOneMember = event.groupId !== undefined && (event.participantId !== undefined || recipient.bsuid === undefined);
	const { isPassing, error } = readReason(event);
	const failure = { errorCodes: event.errors.map(({ code }) => code), sentAs: message.sentAs ?? undefined, isPassing };
	return {
		event: 'messageFailed',
		recipient: addressOf(recipient),
		phoneNumberId: event.phoneNumberId,
		businessAccountId: event.businessAccountId ?? null,
		message,
		error,
		nextStep: isOfOneMember ? 'none' : nextStepAfterFailure(failure, window, consent ?? NO_CONSENT_ON_RECORD),
		session: toSessionJson({ window, phoneNumberId: event.phoneNumberId, recipient, session, consent }),
	};
}

function readReason({ errors, atMs }: StatusEvent) {
	// Of several reasons the window's is the one that something can be done about.
	const [first] = errors;
	const reason = errors.find(({ code }) => code === RE_ENGAGEMENT_CODE) ?? first;
	const retryInMs = reason && retryInMsAfter(reason.code);
	const { details, advice, retry } = toCloudApiError(reason ?? {}, { refused: 'delivery' });
	return {
		// The status says that nothing was delivered, so that a class of `maybe` leaves no doubt here.
		isPassing: retry === 'now' || retry === 'maybe',
		error: {
			code: reason?.code ?? null,
			title: reason?.title ?? reason?.message ?? null,
			details: details || null,
			advice,
			isRetryable: retry !== 'no',
			sendAt: toIso(retryInMs === undefined ? undefined : atMs + retryInMs),
		},
	};
}

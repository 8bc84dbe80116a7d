import type { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { toCloudApiError } from '../../shared/cloudApi/toCloudApiError';
import { NO_CONSENT_ON_RECORD } from '../../shared/domain/Consent';
import { customerServiceWindow } from '../../shared/domain/customerServiceWindow';
import { RE_ENGAGEMENT_CODE } from '../../shared/domain/isRefusal';
import { nextStepAfterFailure } from '../../shared/domain/nextStepAfterFailure';
import { toSessionJson } from '../../shared/n8n/toSessionJson';
import type { StatusEvent, WebhookError } from '../../shared/webhook/WebhookEvent';
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
	const error = toErrorJson(event.errors);
	const failure = { errorCodes: event.errors.map(({ code }) => code), isRetryable: error.isRetryable };
	return {
		event: 'messageFailed',
		recipient: event.groupId ? null : addressOf(recipient),
		phoneNumberId: event.phoneNumberId,
		businessAccountId: event.businessAccountId ?? null,
		message: toSentMessageJson(event, send),
		error,
		nextStep: event.groupId ? 'none' : nextStepAfterFailure(failure, window, consent ?? NO_CONSENT_ON_RECORD),
		session: toSessionJson({ window, phoneNumberId: event.phoneNumberId, recipient, session, consent }),
	};
}

function toErrorJson(errors: WebhookError[]) {
	// Of several reasons the window's is the one that something can be done about.
	const [first] = errors;
	const reason = errors.find(({ code }) => code === RE_ENGAGEMENT_CODE) ?? first;
	const { details, advice, retry } = toCloudApiError(reason ?? {}, { refused: 'delivery' });
	return {
		code: reason?.code ?? null,
		title: reason?.title ?? reason?.message ?? null,
		details: details || null,
		advice,
		isRetryable: retry === 'now' || retry === 'later',
	};
}

import type { DateTime } from 'luxon';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { WebhookEvent } from '../../shared/webhook/parsing/WebhookEvent';
import type { TriggerSettings } from '../choice/TriggerSettings';
import type { EventRecord } from './EventRecord';
import { toAccountItem } from './toAccountItem';
import { toCallItem } from './toCallItem';
import { toEchoItem } from './toEchoItem';
import { toFailedItem } from './toFailedItem';
import { toMessageItem } from './toMessageItem';
import { toOptInItem } from './toOptInItem';
import { toOtherItem } from './toOtherItem';
import { toPaymentItem } from './toPaymentItem';
import { toStatusItem } from './toStatusItem';
import { toTemplateItem } from './toTemplateItem';

/**
 * Gives the item of one event.
 *
 * @param receivedAt - when the webhook arrived; sessions are judged at this instant
 */
export function toEventItem(
	event: WebhookEvent,
	record: EventRecord,
	receivedAt: DateTime,
	settings: Pick<TriggerSettings, 'staleAfterMs' | 'includeOriginal'>,
): INodeExecutionData {
	const json = toJson(event, record, receivedAt, settings.staleAfterMs);
	return { json: settings.includeOriginal ? { ...json, raw: event.raw as IDataObject } : json };
}

function toJson(event: WebhookEvent, record: EventRecord, receivedAt: DateTime, staleAfterMs: number): IDataObject {
	switch (event.event) {
		case 'message':
			return toMessageItem(event, record, receivedAt, staleAfterMs);
		case 'status':
			return event.status === 'failed' ? toFailedItem(event, record, receivedAt) : toStatusItem(event, record);
		case 'call':
		case 'callStatus':
			return toCallItem(event, record, receivedAt);
		case 'paymentStatus':
			return toPaymentItem(event, record, receivedAt);
		case 'preference':
		case 'consentChange':
			return toOptInItem(event, record, receivedAt);
		case 'echo':
			return toEchoItem(event);
		case 'templateChange':
			return toTemplateItem(event);
		case 'accountChange':
			return toAccountItem(event);
		case 'history':
		case 'other':
			return toOtherItem(event);
	}
}

import { DateTime } from 'luxon';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { closingTimes } from '../shared/domain/closingAlarm';
import type { Consent } from '../shared/domain/Consent';
import { customerServiceWindow } from '../shared/domain/customerServiceWindow';
import type { Session } from '../shared/domain/Session';
import { toIso } from '../shared/domain/toIso';
import { toSessionJson } from '../shared/n8n/items/toSessionJson';
import type { ClosingSettings } from './readSettings';

/** What is known of one person whose window closes. */
export interface ClosingConversation {
	session: Session;
	consent?: Consent;
}

const MINUTE_MS = 60_000;
/** A pause between two looks and a busy moment of n8n are no reason to call an alarm late. */
const PUNCTUAL_MS = 5 * MINUTE_MS;

/**
 * Gives the items that the workflow starts with.
 *
 * @param atMs - now; epoch milliseconds, UTC
 */
export function toClosingItems(
	conversations: ClosingConversation[],
	{ alarm, asList }: Pick<ClosingSettings, 'alarm' | 'asList'>,
	businessAccountId: string,
	atMs: number,
): INodeExecutionData[] {
	const jsons = conversations.map((conversation) => toClosingJson(conversation, alarm, businessAccountId, atMs));
	if (!asList) return jsons.map((json) => ({ json }));
	return [{ json: { event: 'windowClosing', businessAccountId, count: jsons.length, conversations: jsons } }];
}

function toClosingJson(
	{ session, consent }: ClosingConversation,
	alarm: ClosingSettings['alarm'],
	businessAccountId: string,
	atMs: number,
): IDataObject {
	const { phoneNumberId, waId, bsuid, lastInboundAtMs = 0, lastAnswerAtMs } = session;
	const times = closingTimes(alarm, lastInboundAtMs);
	const recipient = { phoneNumber: waId && `+${waId}`, waId, bsuid };
	const window = customerServiceWindow(session, DateTime.fromMillis(atMs, { zone: 'utc' }));
	const lateMs = atMs - times.ringsAtMs;
	return {
		event: 'windowClosing',
		recipient: recipient.phoneNumber ?? bsuid ?? null,
		phoneNumberId,
		businessAccountId,
		closesAt: toIso(times.closesAtMs),
		remainingMinutes: Math.max(0, Math.floor((times.heldFromMs - atMs) / MINUTE_MS)),
		lastHumaneAt: toIso(times.lastHumaneAtMs),
		lastInboundAt: toIso(lastInboundAtMs),
		minutesSinceLastInbound: toMinutes(atMs - lastInboundAtMs),
		lastAnswerAt: lastAnswerAtMs === undefined ? null : toIso(lastAnswerAtMs),
		minutesSinceLastAnswer: lastAnswerAtMs === undefined ? null : toMinutes(atMs - lastAnswerAtMs),
		isAnswered: lastAnswerAtMs !== undefined && lastAnswerAtMs >= lastInboundAtMs,
		isLate: lateMs > PUNCTUAL_MS,
		lateByMinutes: lateMs > PUNCTUAL_MS ? toMinutes(lateMs) : 0,
		session: toSessionJson({ window, phoneNumberId, recipient, session, consent }),
	};
}

function toMinutes(millis: number): number {
	return Math.max(0, Math.floor(millis / MINUTE_MS));
}

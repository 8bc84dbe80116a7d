import { DateTime } from 'luxon';
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { customerServiceWindow } from '../shared/domain/customerServiceWindow';
import type { SessionKey } from '../shared/domain/Session';
import { createParameterReader, type ParameterReader } from '../shared/n8n/parameters/createParameterReader';
import { createPhoneNumberResolver } from '../shared/n8n/account/createPhoneNumberResolver';
import { openAccount } from '../shared/n8n/account/openAccount';
import { toSessionJson } from '../shared/n8n/items/toSessionJson';
import type { SessionView } from '../shared/sending/SessionView';
import { readQuestion, refusePast, type Question } from './readQuestion';

/** The answer for one item: the field `session`, or what went wrong with this item. */
export type Answer = { session: IDataObject & { isOpen: boolean } } | { error: unknown };

type AnswerGrounds = Pick<SessionView, 'session' | 'consent' | 'phoneNumberId'>;

type Asked = { question: Question; phoneNumberId?: string } | { error: unknown };

/**
 * Answers for every item whether its window is open.
 *
 * The store is read once for all items, whatever their number.
 *
 * @returns one answer for each item, in the order of the items
 * @throws {SessionStoreError} when the store cannot be read: that is neither open nor closed
 */
export async function checkWindows(context: IExecuteFunctions): Promise<Answer[]> {
	const read = createParameterReader(context);
	const isFromStore = read('source', 0) !== 'timestamp';
	return isFromStore ? await askStore(context, read) : readItems(context, read).map(answerFromTimestamp);
}

function readItems(context: IExecuteFunctions, read: ParameterReader): Asked[] {
	const now = DateTime.utc();
	const zone = context.getTimezone();
	return context.getInputData().map((_, itemIndex) => {
		try {
			return { question: readQuestion(read, itemIndex, now, zone) };
		} catch (error) {
			return { error };
		}
	});
}

function answerFromTimestamp(asked: Asked): Answer {
	if ('error' in asked) return asked;
	return answer(asked.question, { session: { lastInboundAtMs: asked.question.lastInboundAt?.toMillis() } });
}

function answer(question: Question, known: AnswerGrounds): Answer {
	const { at, safetyMargin, recipient } = question;
	try {
		refusePast(question, known.session);
		const window = customerServiceWindow(known.session, at, { safetyMargin });
		return { session: { ...toSessionJson({ ...known, window, recipient }), isOpen: window.isOpen } };
	} catch (error) {
		return { error };
	}
}

async function askStore(context: IExecuteFunctions, read: ParameterReader): Promise<Answer[]> {
	const account = await openAccount(context);
	const resolve = createPhoneNumberResolver(account);
	const asked = readItems(context, read);
	for (const [itemIndex, item] of asked.entries()) {
		if ('error' in item) continue;
		try {
			item.phoneNumberId = await resolve(read('phoneNumberId', itemIndex, ''));
		} catch (error) {
			asked[itemIndex] = { error };
		}
	}

	const keys = asked.map(toKey);
	const known = keys.filter((key) => key !== undefined);
	const store = account.store();
	const [sessions, consents] = await Promise.all([
		store.findSessions(known),
		store.findConsent(
			account.credentials.businessAccountId,
			known.map(({ user }) => user),
		),
	]);

	let next = 0;
	return asked.map((item): Answer => {
		if ('error' in item) return item;
		const grounds = { session: sessions[next], consent: consents[next], phoneNumberId: item.phoneNumberId };
		next += 1;
		return answer(item.question, grounds);
	});
}

function toKey(asked: Asked): SessionKey | undefined {
	if ('error' in asked || asked.phoneNumberId === undefined) return undefined;
	const { bsuid, waId } = asked.question.recipient ?? {};
	return { phoneNumberId: asked.phoneNumberId, user: { bsuid, waId } };
}

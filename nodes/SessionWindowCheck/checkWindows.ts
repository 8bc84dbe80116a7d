import { DateTime } from 'luxon';
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { customerServiceWindow } from '../shared/domain/customerServiceWindow';
import { createParameterReader, type ParameterReader } from '../shared/n8n/parameters/createParameterReader';
import { findWindows } from '../shared/n8n/items/findWindows';
import { openAccount } from '../shared/n8n/account/openAccount';
import { tellOfSharedFile } from '../shared/n8n/account/tellOfSharedFile';
import { toSessionJson } from '../shared/n8n/items/toSessionJson';
import type { SessionView } from '../shared/sending/SessionView';
import { readQuestion, refusePast, type Question } from './readQuestion';

/** The answer for one item: the field `session`, or what went wrong with this item. */
export type Answer = { session: IDataObject & { isOpen: boolean } } | { error: unknown };

type AnswerGrounds = Pick<SessionView, 'session' | 'consent' | 'phoneNumberId' | 'recipient'>;

type Asked = { question: Question } | { error: unknown };

/**
 * Answers for every item whether its window is open.
 *
 * The store is read for all items at once, whatever their number.
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
	const grounds = { now: DateTime.utc(), zone: context.getTimezone() };
	return context.getInputData().map((item, itemIndex) => {
		try {
			return { question: readQuestion(read, item, itemIndex, grounds) };
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
	const { at, safetyMargin } = question;
	try {
		refusePast(question, known.session);
		const window = customerServiceWindow(known.session, at, { safetyMargin });
		return { session: { ...toSessionJson({ ...known, window }), isOpen: window.isOpen } };
	} catch (error) {
		return { error };
	}
}

async function askStore(context: IExecuteFunctions, read: ParameterReader): Promise<Answer[]> {
	const account = await openAccount(context);
	tellOfSharedFile(context, account);
	const asked = readItems(context, read);
	const windows = await findWindows(context.getInputData(), account, read);
	return windows.map((window, itemIndex): Answer => {
		if ('error' in window) return window;
		const item = asked[itemIndex]!;
		return 'error' in item ? item : answer(item.question, window);
	});
}

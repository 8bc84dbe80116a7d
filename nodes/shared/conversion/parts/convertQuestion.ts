import { CannotConvertError } from '../CannotConvertError';
import type { GivenParameters } from '../GivenParameters';
import type { NodeConversion } from '../NodeConversion';
import { takeAddress } from './takeAddress';
import { WINDOW_CLOSED } from './windowClosed';

/** The IDs of the buttons, by which later nodes know what was tapped. */
const APPROVE_ID = 'approve';
const DECLINE_ID = 'decline';
const ANSWERED = 2;
const NO_ANSWER = 0;
const DAY = { waitFor: 24, waitUnit: 'hours' };
/** As long as this pack waits. */
const FOREVER = { waitFor: 365, waitUnit: 'days' };

/**
 * Message > Send and Wait for Response becomes WhatsApp Send Free-form > Send and Wait for Answer.
 *
 * What came after the built-in node comes after the answer; after no answer too, where the built-in node waited only for a time.
 *
 * @throws {CannotConvertError} when it asks by a form, or how it asks is an expression
 */
export function convertQuestion(given: GivenParameters): NodeConversion {
	const responseType = given.choose('approval', 'responseType');
	if (responseType !== 'approval' && responseType !== 'freeText') {
		throw new CannotConvertError('a form on a web page has no counterpart. Ask one question after another, or send a Flow by WhatsApp Send Free-form.');
	}
	const text = given.take('message') ?? '';
	const wait = takeWait(given);
	const form = responseType === 'freeText' ? { messageType: 'text', text } : { messageType: 'buttons', body: text, buttons: { button: takeButtons(given) } };
	return {
		type: 'sendFreeForm',
		typeVersion: 2,
		parameters: { operation: 'ask', ...takeAddress(given), ...form, ...(wait ?? FOREVER) },
		outputs: wait ? [NO_ANSWER, ANSWERED] : [ANSWERED],
		outputCount: 3,
		toDo: ['The person answers in the chat, and no longer on a web page: read the text of the question.', WINDOW_CLOSED],
	};
}

/** How long the built-in node waits; undefined for ever. A point in time, which is no length, is left over and so told. */
function takeWait(given: GivenParameters): Record<string, unknown> | undefined {
	const ofLimit = (name: string) => ['options', 'limitWaitTime', 'values', name];
	// What is left at n8n's defaults is not stored: the limit alone says that there is one.
	const isLimited = given.has('options', 'limitWaitTime', 'values');
	const kind = given.choose('afterTimeInterval', ...ofLimit('limitType'));
	const waitFor = given.take(...ofLimit('resumeAmount')) ?? 1;
	const waitUnit = given.take(...ofLimit('resumeUnit')) ?? 'hours';
	if (!isLimited) return undefined;
	return kind === 'atSpecifiedTime' ? DAY : { waitFor, waitUnit };
}

function takeButtons(given: GivenParameters): Array<Record<string, unknown>> {
	const option = (name: string) => given.take('approvalOptions', 'values', name);
	const kind = given.choose('single', 'approvalOptions', 'values', 'approvalType');
	const approve = { title: option('approveLabel') ?? '✓ Approve', id: APPROVE_ID };
	const declineLabel = option('disapproveLabel') ?? '✗ Decline';
	return kind === 'double' ? [approve, { title: declineLabel, id: DECLINE_ID }] : [approve];
}

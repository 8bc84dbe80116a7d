import type { IDataObject } from 'n8n-workflow';

import type { Held } from '../../domain/policies/combineVerdicts';

/**
 * Gives the field `notSent` of an item: the reason that lasts longest, what has happened and what to do, and what it rests on.
 * `sendAt` (ISO 8601, UTC) is there where the message may go out later, `reasons` where there are several.
 */
export function toNotSentJson({ sendAt, objections }: Held): IDataObject {
	const [{ reason, message, advice, evidence }] = objections;
	return {
		reason,
		...(sendAt && { sendAt: sendAt.toISO() }),
		...(message !== undefined && { message }),
		...(advice !== undefined && { advice }),
		...(evidence as IDataObject | undefined),
		...(objections.length > 1 && { reasons: objections.map((objection) => objection.reason) }),
	};
}

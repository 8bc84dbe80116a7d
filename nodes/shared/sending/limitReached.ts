import { DateTime } from 'luxon';

import type { CloudApiError } from '../cloudApi/errors/CloudApiError';
import type { Held } from '../domain/policies/combineVerdicts';
import type { Limited } from './pacing/toBackOff';

/** The decision about a message that Meta refuses because of a limit, and that is not tried again in this run. */
export function limitReached(error: CloudApiError, { reason, retryInMs, advice = error.advice }: Limited, nowMs: number): Held {
	const objections: Held['objections'] = [{ reason, message: error.message, advice, evidence: { code: error.code } }];
	if (retryInMs === undefined) return { kind: 'notSent', objections };
	return { kind: 'later', sendAt: DateTime.fromMillis(nowMs + retryInMs, { zone: 'utc' }) as DateTime<true>, objections };
}

/** The decision about a message that is not tried at all, because Meta has just refused others of the same number. */
export function numberHeld(): Held {
	return {
		kind: 'notSent',
		objections: [
			{
				reason: 'qualityLimit',
				message:
					'Not tried: WhatsApp has just refused other messages of this business number, because too many people blocked or reported it (code 131048).',
				advice:
					'Look at the quality rating of the number in WhatsApp Manager, send only what people asked for, and run the items again in a day.',
				evidence: { code: 131048 },
			},
		],
	};
}

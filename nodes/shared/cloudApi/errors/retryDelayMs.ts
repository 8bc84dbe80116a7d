import type { WhatsAppSessionError } from '../../domain/WhatsAppSessionError';
import { CloudApiError } from './CloudApiError';
import { CloudApiNoAnswerError } from './CloudApiNoAnswerError';

const LONGEST_WAIT_MS = 60_000;
const PAIR_RATE_LIMIT = 131056;
const MAINTENANCE = 131057;

/**
 * Says how long to wait before a request is repeated.
 *
 * A send is repeated only after a refusal of class `now`: Meta said that nothing was sent. A read changes nothing and an
 * upload reaches nobody, so they are repeated as well when no answer came, and when the fault was Meta's.
 *
 * The waits are Meta's: `4^X` seconds for messages to one person (131056), a minute for maintenance (131057), and 1, 2,
 * 4… seconds for everything else, up to a minute.
 *
 * @param error - why the request failed
 * @param attempt - how often it had been repeated by then; 0 for the first failure
 * @param options.isRepeatable - true for a request that may be made twice; false by default
 * @returns milliseconds; undefined when it must not be repeated, or Meta asks for more than a minute
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/about-the-platform (read 2026-09-11)
 */
export function retryDelayMs(
	error: WhatsAppSessionError,
	attempt: number,
	options: { isRepeatable?: boolean } = {},
): number | undefined {
	if (!mayRepeat(error, options.isRepeatable ?? false)) return undefined;
	const code = error instanceof CloudApiError ? error.code : undefined;
	if (code === MAINTENANCE) return LONGEST_WAIT_MS;
	if (code === PAIR_RATE_LIMIT) {
		const waitMs = 1000 * 4 ** attempt;
		return waitMs <= LONGEST_WAIT_MS ? waitMs : undefined;
	}
	return Math.min(1000 * 2 ** attempt, LONGEST_WAIT_MS);
}

function mayRepeat(error: WhatsAppSessionError, isRepeatable: boolean): boolean {
	if (error instanceof CloudApiError) return error.retry === 'now' || (isRepeatable && error.retry === 'maybe');
	if (!isRepeatable || !(error instanceof CloudApiNoAnswerError)) return false;
	return error.httpStatus === undefined || error.httpStatus >= 500;
}

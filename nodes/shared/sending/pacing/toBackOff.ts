import { CloudApiError } from '../../cloudApi/errors/CloudApiError';

/** What a refusal asks for before the same message is tried again. */
export interface BackOff {
	/** How long this message waits. */
	waitMs: number;
	/**
	 * Who waits with it: nobody else has to know (`message`), all that goes to the person, or everything of the number for as long.
	 * `rate`: the number sends less from now on, and this message waits its while.
	 */
	whom: 'person' | 'rate' | 'number';
}

/** That a limit does not pass while the run waits. */
export interface Limited {
	reason: 'numberLimit' | 'accountLimit' | 'personLimit' | 'qualityLimit' | 'marketingLimit';
	/** When it is worth another try, milliseconds from now; undefined where nobody knows. */
	retryInMs?: number;
	/** What to do about it; undefined leaves it to the advice of the error. */
	advice?: string;
}

/** A limit of Meta that a message has met. */
interface Limit {
	whom: BackOff['whom'];
	reason: Limited['reason'];
	/** How long to wait after the first, the second… refusal; given up after the last. */
	waitsMs: readonly number[];
	retryInMs?: number;
	advice?: string;
}

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** 1, 2, 4… seconds, up to a minute: ten minutes altogether. */
const TEN_MINUTES = [1, 2, 4, 8, 16, 32, 60, 60, 60, 60, 60, 60, 60, 60, 60].map((seconds) => seconds * SECOND_MS);
/** Meta's 4^X seconds, X from 0; the next one would be 17 minutes. */
const FOUR_TO_THE_X = [1, 4, 16, 64, 256].map((seconds) => seconds * SECOND_MS);
const LATER = "Send the item again at 'sendAt', for example with a Wait node.";

const LIMITS: Readonly<Record<number, Limit>> = {
	130429: { whom: 'rate', reason: 'numberLimit', waitsMs: TEN_MINUTES, retryInMs: 10 * MINUTE_MS,
		advice: `Look which other system sends or receives with the same business number at the same time. ${LATER}` },
	131057: { whom: 'number', reason: 'numberLimit', waitsMs: Array<number>(10).fill(MINUTE_MS), retryInMs: 10 * MINUTE_MS, advice: LATER },
	80007: { whom: 'number', reason: 'accountLimit', waitsMs: TEN_MINUTES, retryInMs: HOUR_MS, advice: LATER },
	4: { whom: 'number', reason: 'accountLimit', waitsMs: TEN_MINUTES, retryInMs: HOUR_MS, advice: LATER },
	131056: { whom: 'person', reason: 'personLimit', waitsMs: FOUR_TO_THE_X, retryInMs: 1024 * SECOND_MS,
		advice: `Put several texts for one person into one message. ${LATER}` },
	131048: { whom: 'number', reason: 'qualityLimit', waitsMs: [] },
	131049: { whom: 'person', reason: 'marketingLimit', waitsMs: [], retryInMs: 24 * HOUR_MS },
};

/**
 * Says what a refusal of Meta asks for where the message has met a limit: a wait before the next try, or what becomes of a message that is not
 * tried again in this run.
 *
 * @param refusals - how often the message was refused for the same reason before
 * @returns undefined for an error that is about no limit
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes (read 2026-09-11)
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/about-the-platform "4^X" (read 2026-05)
 */
export function toBackOff(error: unknown, refusals: number): BackOff | Limited | undefined {
	const limit = error instanceof CloudApiError ? LIMITS[error.code] : undefined;
	if (!limit) return undefined;
	const { whom, reason, retryInMs, advice, waitsMs } = limit;
	const waitMs = waitsMs[refusals];
	return waitMs === undefined ? { reason, retryInMs, advice } : { waitMs, whom };
}

/**
 * Says how long after a failure with this code the same message is worth another try, also where WhatsApp took it first and said by a
 * webhook that it was not delivered.
 *
 * @returns milliseconds; undefined for an error that is about no limit, and where nobody knows
 */
export function retryInMsAfter(code: number): number | undefined {
	return LIMITS[code]?.retryInMs;
}

/** The code of the refusal that names a limit, so that refusals of one kind are counted together. */
export function limitCodeOf(error: unknown): number {
	return error instanceof CloudApiError ? error.code : 0;
}

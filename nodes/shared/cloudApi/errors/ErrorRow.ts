import type { RetryClass } from './RetryClass';

/** Kinds of refusal that are handled differently; each but `other` has an error class of its own. */
export type ErrorFamily = 'reEngagement' | 'anotherResponder' | 'directSend' | 'rateLimit' | 'authorization' | 'template' | 'recipient' | 'other';

/** What is known of one error code of Meta, or of a range of codes. */
export interface ErrorRow {
	/** The code, or the first one of a range. */
	code: number;
	/** The last code of a range, itself included; undefined for a single code. */
	upTo?: number;
	family: ErrorFamily;
	retry: RetryClass;
	/** What happened, to be read after a colon: no capital, no full stop. */
	summary: string;
	/** What to do about it, in n8n or at Meta; whole sentences. */
	advice: string;
}

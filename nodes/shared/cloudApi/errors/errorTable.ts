import { ACCOUNT_ERRORS } from './accountErrors';
import type { ErrorRow } from './ErrorRow';
import { FEATURE_ERRORS } from './featureErrors';
import { MESSAGE_ERRORS } from './messageErrors';
import { TEMPLATE_ERRORS } from './templateErrors';

/**
 * Every error code of Meta that is known, in one table; read it through `findErrorRow`.
 *
 * Codes mean the same in answers of the API and in webhooks. Only the Block Users API, which this pack does not call,
 * uses 131047 for something else.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes (read 2026-09-11)
 */
export const ERROR_TABLE: readonly ErrorRow[] = [
	...ACCOUNT_ERRORS,
	...MESSAGE_ERRORS,
	...TEMPLATE_ERRORS,
	...FEATURE_ERRORS,
];

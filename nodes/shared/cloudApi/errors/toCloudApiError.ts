import { RE_ENGAGEMENT_CODE } from '../../domain/isRefusal';
import { AnotherResponderError, AuthorizationError, CloudApiError, DirectSendError, RateLimitError, RecipientError, ReEngagementError, TemplateError } from './CloudApiError';
import type { ErrorFamily, ErrorRow } from './ErrorRow';
import { DIRECT_SEND_IS_OFF, saysDirectSendIsOff } from './saysDirectSendIsOff';
import { findErrorRow } from './findErrorRow';
import { isGraphError } from './isGraphError';
import { isRecord } from '../../domain/isRecord';
import { redactSecrets } from './redactSecrets';
import { saysWindowClosed } from './saysWindowClosed';
import type { RetryClass } from './RetryClass';
import { withoutMessageText } from './withoutMessageText';

/** What is known about a refusal besides Meta's error. */
export interface RefusalContext {
	/** HTTP status of the answer; undefined for an error of a webhook. */
	httpStatus?: number;
	/** What was refused: a send (the default), another request, or, as a webhook reports it, the delivery. */
	refused?: 'message' | 'request' | 'delivery';
	/** Body of the refused request, so that its texts can be kept out of the error; undefined when not at hand. */
	sent?: unknown;
}

const CLASSES: Record<ErrorFamily, typeof CloudApiError> = {
	reEngagement: ReEngagementError,
	anotherResponder: AnotherResponderError,
	directSend: DirectSendError,
	rateLimit: RateLimitError,
	authorization: AuthorizationError,
	template: TemplateError,
	recipient: RecipientError,
	other: CloudApiError,
};

const OPENINGS = {
	message: 'WhatsApp refused the message',
	request: 'WhatsApp refused the request',
	delivery: 'WhatsApp did not deliver the message',
};

const ERROR_CODES_PAGE =
	'https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes';
const UNKNOWN_ADVICE = `Meta explains its codes at ${ERROR_CODES_PAGE} (search there for the number).`;
const LONGEST_DETAILS = 500;
const NO_CODE = -1;
const INVALID_PARAMETER = 100;
const MISSING_OBJECT = 33;
const TEMPLATE_SUBCODES = { from: 2_388_000, to: 2_388_999 };

/**
 * Makes the error of the right class from what Meta said.
 *
 * Reads an answer of the API (`{ error: … }`), the error in it, and an item of a webhook's `errors[]`, raw or parsed.
 * A code that nobody knows yet becomes a plain {@link CloudApiError} with Meta's own words; it is `maybe` worth
 * repeating after HTTP 5xx and not otherwise. An error without any code gets -1, which Meta does not use; one that says in words that the
 * window is closed, as resellers answer a send ({@link saysWindowClosed}), counts as 131047. A 100 that names Direct Send is about the account, not about a
 * value ({@link saysDirectSendIsOff}).
 */
export function toCloudApiError(source: unknown, context: RefusalContext = {}): CloudApiError {
	const error = isGraphError(source) ? source.error : isRecord(source) ? source : {};
	const code = toNumber(error.code) ?? NO_CODE;
	const subcode = toNumber(error.error_subcode);
	const details = toDetails(error, context);
	const isWindowClosed = code === NO_CODE && (context.refused ?? 'message') === 'message' && saysWindowClosed(details);
	const isDirectSendOff = code === INVALID_PARAMETER && saysDirectSendIsOff(details);
	const row = isDirectSendOff ? DIRECT_SEND_IS_OFF : findErrorRow(isWindowClosed ? RE_ENGAGEMENT_CODE : rowCodeOf(code, subcode));
	const opening = OPENINGS[context.refused ?? 'message'];
	const summary = row?.summary ?? (details.replace(/\.$/, '') || 'Meta gave no reason');

	return new CLASSES[row?.family ?? 'other']({
		message: `${opening}: ${summary} (code ${isWindowClosed ? RE_ENGAGEMENT_CODE : code})`,
		advice: row?.advice ?? UNKNOWN_ADVICE,
		code: isWindowClosed ? RE_ENGAGEMENT_CODE : code,
		retry: retryOf(row, context.httpStatus),
		httpStatus: context.httpStatus,
		subcode,
		details,
		fbtraceId: typeof error.fbtrace_id === 'string' ? error.fbtrace_id : '',
	});
}

// Graph reports an ID that does not exist, or that the token may not see, as 100 with subcode 33, and what is wrong with a
// template as 100 with a subcode that Meta's page lists as a code.
function rowCodeOf(code: number, subcode: number | undefined): number {
	if (code !== INVALID_PARAMETER || subcode === undefined) return code;
	const isTemplate = subcode >= TEMPLATE_SUBCODES.from && subcode <= TEMPLATE_SUBCODES.to;
	return subcode === MISSING_OBJECT || isTemplate ? subcode : code;
}

function retryOf(row: ErrorRow | undefined, httpStatus: number | undefined): RetryClass {
	if (row !== undefined) return row.retry;
	return httpStatus !== undefined && httpStatus >= 500 ? 'maybe' : 'no';
}

function toDetails(error: Record<string, unknown>, context: RefusalContext): string {
	const data = isRecord(error.error_data) ? error.error_data : {};
	const words = [data.details, error.details, error.error_user_msg, error.message, error.title].find(
		(text): text is string => typeof text === 'string' && text.trim() !== '',
	);
	const plain = (words ?? '').replace(/^\(#\d+\)\s*/, '').trim();
	return redactSecrets(withoutMessageText(plain, context.sent)).slice(0, LONGEST_DETAILS);
}

function toNumber(value: unknown): number | undefined {
	return /^\d+$/.test(String(value)) ? Number(value) : undefined;
}

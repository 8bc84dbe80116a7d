import { WhatsAppSessionError } from '../../domain/WhatsAppSessionError';
import { CloudApiNoAnswerError } from './CloudApiNoAnswerError';
import type { GraphRequest } from '../client/GraphTransport';
import { isRecord } from '../../domain/isRecord';
import { isSend } from '../client/isSend';

const REFUSED = 'the connection was refused';
const NOT_FOUND = 'its address was not found';
const NO_CONNECTION = 'no connection was made';
const CERTIFICATE = 'its certificate was not accepted';

/** Failures before the connection stood, in words. Only these prove that nothing was sent. */
const NEVER_CONNECTED: Record<string, string> = {
	ECONNREFUSED: REFUSED,
	ENOTFOUND: NOT_FOUND,
	EAI_AGAIN: NOT_FOUND,
	UND_ERR_CONNECT_TIMEOUT: NO_CONNECTION,
	CERT_HAS_EXPIRED: CERTIFICATE,
	CERT_NOT_YET_VALID: CERTIFICATE,
	DEPTH_ZERO_SELF_SIGNED_CERT: CERTIFICATE,
	SELF_SIGNED_CERT_IN_CHAIN: CERTIFICATE,
	UNABLE_TO_GET_ISSUER_CERT: CERTIFICATE,
	UNABLE_TO_GET_ISSUER_CERT_LOCALLY: CERTIFICATE,
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: CERTIFICATE,
	ERR_TLS_CERT_ALTNAME_INVALID: CERTIFICATE,
};

/** System calls that come before the first byte of a request. */
const CONNECTING = new Set(['connect', 'getaddrinfo']);

const TIMEOUTS = /^(ETIMEDOUT|ESOCKETTIMEDOUT|ECONNABORTED|ERR_CANCELED|UND_ERR_(HEADERS|BODY)_TIMEOUT)$/;

const CHECK_NETWORK =
	"Check that this machine reaches the 'Graph API Base URL' of the credential (network, proxy, name resolution).";
const CHECK_ARRIVAL = 'Look in WhatsApp whether the message arrived before you send it again.';

/**
 * Turns what a transport rejected with into the error that says whether a message may have gone out.
 *
 * A failure that this pack reports on purpose, such as an invalid address in the credential, is passed on: no request
 * was made. The failure itself is not kept, because HTTP clients put the request and its token into their errors; nor
 * is its code in the message, because n8n replaces messages that hold one.
 */
export function toNoAnswerError(failure: unknown, request: GraphRequest): WhatsAppSessionError {
	if (failure instanceof WhatsAppSessionError) return failure;
	const isMessage = isSend(request);
	const { code, name, syscall } = describe(failure);
	const reason = NEVER_CONNECTED[code] ?? (CONNECTING.has(syscall) ? NO_CONNECTION : undefined);
	if (reason !== undefined) {
		const outcome = isMessage ? ', so nothing was sent' : '';
		return new CloudApiNoAnswerError(`WhatsApp could not be reached: ${reason}${outcome}.`, {
			advice: CHECK_NETWORK,
			wasPossiblySent: false,
		});
	}
	const isTimeout = TIMEOUTS.test(code) || name === 'TimeoutError' || name === 'AbortError';
	const event = isTimeout ? 'did not answer within the time limit' : 'did not answer: the connection broke';
	return new CloudApiNoAnswerError(
		`WhatsApp ${event}${isMessage ? ', and nobody knows whether the message was sent' : ''}.`,
		{ advice: isMessage ? CHECK_ARRIVAL : CHECK_NETWORK, wasPossiblySent: isMessage },
	);
}

/** Finds the outermost code: `fetch` hides it in `cause`, a connection to several addresses in `errors`. */
function describe(failure: unknown, depth = 0): { code: string; name: string; syscall: string } {
	if (!(failure instanceof Error) && !isRecord(failure)) return { code: '', name: '', syscall: '' };
	const { code, httpCode, name, syscall, cause, errors } = failure as unknown as Record<string, unknown>;
	const inner = cause ?? (Array.isArray(errors) ? errors[0] : undefined);
	if (typeof code !== 'string' && inner !== undefined && depth < 5) return describe(inner, depth + 1);
	return { code: toText(code) || toText(httpCode), name: toText(name), syscall: toText(syscall) };
}

function toText(value: unknown): string {
	return typeof value === 'string' ? value : '';
}

import type { PostedAnswer } from './postAnswer';

/** Errors of a connection that was never there. */
const UNHEARD = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT']);

/** Says whether n8n has certainly not heard of an answer. */
export function isUnheard({ status = 0, errorCode = '' }: PostedAnswer): boolean {
	return UNHEARD.has(errorCode) || (status >= 300 && status < 500);
}

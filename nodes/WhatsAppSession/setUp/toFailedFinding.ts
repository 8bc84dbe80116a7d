import { CloudApiError } from '../../shared/cloudApi/errors/CloudApiError';
import { redactSecrets } from '../../shared/cloudApi/errors/redactSecrets';
import { WhatsAppSessionError } from '../../shared/domain/WhatsAppSessionError';
import { finding } from './finding';
import type { LinkFinding } from './SetUpLink';

/** Gives what failed, and Meta's own words where it gave some, as the finding of a link. */
export function toFailedFinding(error: unknown): LinkFinding {
	if (!(error instanceof WhatsAppSessionError)) {
		return finding('failed', redactSecrets(error instanceof Error ? error.message : String(error)), null);
	}
	const details = error instanceof CloudApiError && !error.message.includes(error.details) ? error.details : '';
	const message = /[.!?]$/.test(error.message) ? error.message : `${error.message}.`;
	return finding('failed', details ? `${message} Meta says: ${details}` : message, error.advice || null);
}

import { AuthorizationError, RateLimitError } from '../../cloudApi/errors/CloudApiError';
import { CloudApiNoAnswerError } from '../../cloudApi/errors/CloudApiNoAnswerError';
import { SessionStoreError } from '../../store/SessionStoreError';

/** Says whether an error is that of every item, so that no other one would fare better: trying them all takes hours and changes nothing. */
export function isForAll(error: unknown): boolean {
	const causes = [error, (error as { cause?: unknown } | null)?.cause];
	return causes.some((cause) =>
		[AuthorizationError, RateLimitError, CloudApiNoAnswerError, SessionStoreError].some((kind) => cause instanceof kind),
	);
}

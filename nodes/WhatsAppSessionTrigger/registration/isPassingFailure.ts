import { CloudApiError } from '../../shared/cloudApi/errors/CloudApiError';
import { CloudApiNoAnswerError } from '../../shared/cloudApi/errors/CloudApiNoAnswerError';

/** Says whether a failure may be gone by the next try: Meta did not answer, is overloaded or has a fault. */
export function isPassingFailure(error: unknown): boolean {
	if (error instanceof CloudApiNoAnswerError) return true;
	return error instanceof CloudApiError && error.retry !== 'no';
}

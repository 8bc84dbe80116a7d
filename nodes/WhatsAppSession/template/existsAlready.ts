import { CloudApiError } from '../../shared/cloudApi/errors/CloudApiError';

const EXISTS_ALREADY = 2388024;

/** Says whether Meta has refused a new template because there is one of that name and language. */
export function existsAlready(error: unknown): boolean {
	return error instanceof CloudApiError && [error.code, error.subcode].includes(EXISTS_ALREADY);
}

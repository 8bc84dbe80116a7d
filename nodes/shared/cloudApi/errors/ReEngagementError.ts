import { CloudApiError } from './CloudApiError';

/**
 * A free-form message met a closed customer service window (131047).
 *
 * Never to be repeated: only a template message helps.
 */
export class ReEngagementError extends CloudApiError {}

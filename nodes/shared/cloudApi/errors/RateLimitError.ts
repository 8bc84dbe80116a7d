import { CloudApiError } from './CloudApiError';

/** Too much was sent or asked for in too short a time; `retry` says whether waiting within a run helps. */
export class RateLimitError extends CloudApiError {}

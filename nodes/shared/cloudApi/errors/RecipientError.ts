import { CloudApiError } from './CloudApiError';

/** This person cannot be reached with this message; another person may be. */
export class RecipientError extends CloudApiError {}

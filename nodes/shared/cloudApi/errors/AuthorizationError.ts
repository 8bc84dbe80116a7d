import { CloudApiError } from './CloudApiError';

/** The access token is missing, expired, or not allowed to do this. No send with it will work until it is changed. */
export class AuthorizationError extends CloudApiError {}

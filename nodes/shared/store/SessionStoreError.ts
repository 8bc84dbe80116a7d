import { WhatsAppSessionError } from '../domain/WhatsAppSessionError';

/** The store could not be read or written. What it holds is unknown: never take this for a closed window. */
export class SessionStoreError extends WhatsAppSessionError {}

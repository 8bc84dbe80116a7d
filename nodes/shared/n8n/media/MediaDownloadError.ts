import { WhatsAppSessionError } from '../../domain/WhatsAppSessionError';

/** A file that could not be downloaded. The message it came with is not lost: it says so in `message.media.error`. */
export class MediaDownloadError extends WhatsAppSessionError {}

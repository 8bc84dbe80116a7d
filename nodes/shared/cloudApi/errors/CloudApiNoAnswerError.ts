import { WhatsAppSessionError } from '../../domain/WhatsAppSessionError';

/**
 * Meta gave no answer, or none that can be read.
 *
 * **WARNING:** while {@link wasPossiblySent} is true, sending again may send twice.
 */
export class CloudApiNoAnswerError extends WhatsAppSessionError {
	/** False when no message can have gone out: the connection was never made, or the request was no send. */
	readonly wasPossiblySent: boolean;
	/** HTTP status of an answer that could not be read; undefined when none came. */
	readonly httpStatus?: number;

	constructor(message: string, options: { advice: string; wasPossiblySent: boolean; httpStatus?: number }) {
		super(message, { advice: options.advice });
		this.wasPossiblySent = options.wasPossiblySent;
		this.httpStatus = options.httpStatus;
	}
}

import { WhatsAppSessionError } from './WhatsAppSessionError';

/**
 * A value that the person who built the workflow has to change; nothing was read, sent or stored for it.
 */
export class InvalidInputError extends WhatsAppSessionError {
	/** The parameter as its label in the editor reads, for example `Recipient`. */
	readonly parameter: string;

	constructor(parameter: string, message: string, advice?: string) {
		super(message, { advice });
		this.parameter = parameter;
	}
}

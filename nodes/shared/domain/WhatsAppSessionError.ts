/**
 * The root of every failure this pack reports on purpose.
 *
 * `message` says what happened, `advice` what the person who built the workflow can do about it.
 * Neither ever holds an access token or the text of a message.
 */
export class WhatsAppSessionError extends Error {
	/** What to do next, as a sentence; empty when there is nothing to be done. */
	readonly advice: string;

	constructor(message: string, options: { advice?: string; cause?: unknown } = {}) {
		super(message, { cause: options.cause });
		this.name = new.target.name;
		this.advice = options.advice ?? '';
	}
}

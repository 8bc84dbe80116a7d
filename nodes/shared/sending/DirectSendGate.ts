import { type CloudApiError, DirectSendError, RateLimitError } from '../cloudApi/errors/CloudApiError';
import { DIRECT_SEND_IS_OFF } from '../cloudApi/errors/saysDirectSendIsOff';

/** The account has filed messages under the wrong category too often (direct-send/integrity-and-content-guidelines, as quoted in 2026-08). */
const CATEGORY_ABUSE_CODE = 131064;

/** Says whether an error is about what the account may send by Direct Send, and not about one message. 131064 is an error of templates as well. */
export function refusesDirectSend(error: unknown): error is CloudApiError {
	return error instanceof DirectSendError || (error instanceof RateLimitError && error.code === CATEGORY_ABUSE_CODE);
}

/**
 * Lets one message by Direct Send of each business number ask Meta, while the others wait for what it hears: where the account does not
 * have Direct Send, none of the others leaves. For one run; the next one asks anew.
 *
 * What may be over any moment, a block or a limit, is asked for each message. A refusal for another reason says nothing of the account, so
 * the next message asks.
 */
export class DirectSendGate {
	/** What is known of a business number: its account has Direct Send, or this was said. */
	private readonly answers = new Map<string, DirectSendError | 'has it'>();
	private readonly asking = new Map<string, Promise<unknown>>();

	/** @throws {DirectSendError} when this run knows that the account of the number does not have it */
	refuseIfOff(phoneNumberId: string): void {
		const answer = this.answers.get(phoneNumberId);
		if (answer instanceof DirectSendError) throw toNotTried(answer);
	}

	/**
	 * Posts a message when it is known that the account has Direct Send, or as the one that asks.
	 *
	 * @throws {DirectSendError} without a request when the account does not have it
	 * @throws what `post` throws
	 */
	async pass<Result>(phoneNumberId: string, post: () => Promise<Result>): Promise<Result> {
		while (this.asking.has(phoneNumberId)) await this.asking.get(phoneNumberId);
		this.refuseIfOff(phoneNumberId);
		const posted = post();
		const noted = posted.then(
			() => void this.answers.set(phoneNumberId, 'has it'),
			(error: unknown) => this.noteRefusal(phoneNumberId, error),
		);
		if (!this.answers.has(phoneNumberId)) this.asking.set(phoneNumberId, noted.then(() => this.asking.delete(phoneNumberId)));
		return await posted;
	}

	private noteRefusal(phoneNumberId: string, error: unknown): void {
		if (refusesDirectSend(error)) this.answers.set(phoneNumberId, isOff(error) ? error : 'has it');
	}
}

function isOff(error: CloudApiError): error is DirectSendError {
	return error instanceof DirectSendError && error.code === DIRECT_SEND_IS_OFF.code;
}

/** Of the messages that did not leave it must not be said that WhatsApp refused them. */
function toNotTried({ advice, code, retry, httpStatus, details }: DirectSendError): DirectSendError {
	const message = `Not tried: WhatsApp has just refused another message of this business number, because ${DIRECT_SEND_IS_OFF.summary} (code ${code})`;
	return new DirectSendError({ message, advice, code, retry, httpStatus, details });
}

/** What a send has put on its item, as far as it is put into words. */
export interface Outcome {
	session?: { closesAt?: string | null; reason?: string; evaluatedAt?: string };
	message?: { status: string; alreadySent: boolean; sentAs: string; parts?: readonly string[] };
	template?: { name: string; language: string; text?: string };
	notSent?: { reason: string; message?: string; advice?: string; sendAt?: string | null };
	outbox?: { state: string; expiresAt: string };
}

/** What has become of a text, for whoever asked for it. */
export interface Reached {
	/** Whether WhatsApp has it, now or from before. Accepted is not delivered. */
	isReached: boolean;
	/** `text`, `template`, `nudge` where the person was asked to write and has not got the text yet, or `none`. */
	by: 'text' | 'template' | 'nudge' | 'none';
	/** What has happened and what follows, in sentences that an AI agent can act on. */
	words: string;
	/** Whether the same may be tried again at all: never (also what is kept goes out by itself), once the person has written, or from the instant that the words name. */
	tryAgain: 'no' | 'whenTheyWrite' | 'later';
}

const UNTIL_THEY_WRITE = 'A free text is not allowed before the person writes. Do not try again until then, in whatever words.';

/** What follows from a reason, for somebody who can only write; every other reason: trying the same again changes nothing. */
const FOLLOWS: Readonly<Record<string, string>> = {
	windowClosed: UNTIL_THEY_WRITE,
	optedOut: 'Do not try again, in whatever words, until the person opts in.',
	noOptIn: 'Do not try again, in whatever words: somebody of the business has to record an opt-in first.',
	undecided: 'Do not send it again: the person may have it.',
	tooManyUnanswered: UNTIL_THEY_WRITE,
	invalidInput: '',
};

/** Puts what has become of a text into words, the whole truth in a few sentences. */
export function describeOutcome({ session, message, template, notSent, outbox }: Outcome): Reached {
	if (outbox?.state === 'kept') return describeKept({ message, template, notSent }, outbox.expiresAt);
	if (notSent || !message) return describeNotSent(notSent ?? { reason: 'unknown' });
	const by = message.sentAs === 'template' ? 'template' : 'text';
	const sentences = [
		message.alreadySent ? 'Already sent before with the same content, and not sent again.' : describeSent(by, { session, message, template }),
		describeStatus(message.status),
		by === 'text' && session?.closesAt ? `You can write freely until ${session.closesAt}.` : '',
		by === 'template' ? 'Once the person answers you can write freely for 24 hours.' : '',
		'Do not send the same again.',
	];
	return { isReached: true, by, words: join(sentences), tryAgain: 'no' };
}

function describeSent(by: 'text' | 'template', { session, message, template }: Outcome): string {
	const at = session?.evaluatedAt ? ` at ${session.evaluatedAt}` : '';
	const count = message?.parts?.length ?? 1;
	if (by === 'text') return `Sent your text to WhatsApp${at}${count > 1 ? `, as ${count} messages` : ''}.`;
	const why = session?.reason === 'noInboundOnRecord' ? 'the person has not written to this number' : 'the 24 hours after the last message of the person are over';
	const read = template?.text ? ` The person reads: "${template.text}"` : '';
	return `Sent the approved template '${template?.name ?? ''}' (${template?.language ?? ''}) in place of a free text${at}, because ${why}.${read}`;
}

function describeStatus(status: string): string {
	if (status === 'delivered' || status === 'played') return 'It has arrived on the phone.';
	if (status === 'read') return 'The person has read it.';
	if (status === 'held_for_quality_assessment') return 'WhatsApp holds it back for an assessment of quality, and may drop it.';
	return 'WhatsApp has accepted it; whether it has arrived is not known yet.';
}

function describeNotSent({ reason, message, advice, sendAt }: NonNullable<Outcome['notSent']>): Reached {
	const happened = reason === 'undecided' ? 'It is not known whether it was sent.' : 'Not sent.';
	// The advice of the policies is for the builder; an agent cannot change the workflow.
	const follows = FOLLOWS[reason] ?? (sendAt ? `It may be sent from ${sendAt} on; not before.` : 'Trying the same again changes nothing.');
	const words = join([happened, message ?? `The reason is ${reason}.`, follows, reason === 'invalidInput' ? (advice ?? '') : '']);
	return { isReached: false, by: 'none', words, tryAgain: follows === UNTIL_THEY_WRITE ? 'whenTheyWrite' : sendAt || reason === 'invalidInput' ? 'later' : 'no' };
}

/** The text waits for the person to write; `message` and `template` are those of the nudge. */
function describeKept({ message, template, notSent }: Pick<Outcome, 'message' | 'template' | 'notSent'>, expiresAt: string): Reached {
	const goesOut = `It goes out by itself when the person writes, unless they opt out, and is given up at ${expiresAt}. Do not send it again, in whatever words: the person would get it twice.`;
	const words = join(['Your text is kept, and not sent yet, because a free text is not allowed before the person writes.', describeNudge({ message, template, notSent }), goesOut]);
	return { isReached: false, by: message ? 'nudge' : 'none', words, tryAgain: 'no' };
}

function describeNudge({ message, template, notSent }: Pick<Outcome, 'message' | 'template' | 'notSent'>): string {
	const name = `the approved template '${template?.name ?? ''}', which asks the person to write`;
	if (message) {
		if (message.alreadySent) return `The person was sent ${name}, before, and is not asked again.`;
		const read = template?.text ? ` The person reads: "${template.text}"` : '';
		return `The person was sent ${name}.${read} ${describeStatus(message.status)}`;
	}
	if (notSent?.reason === 'undecided') return `It is not known whether ${name}, was sent.`;
	return `Nobody has asked the person to write. ${notSent?.message ?? `The reason is ${notSent?.reason ?? 'unknown'}.`}`;
}

function join(sentences: readonly string[]): string {
	return sentences.filter((sentence) => sentence !== '').join(' ');
}

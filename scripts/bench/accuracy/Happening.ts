/** How somebody is named: by phone number, by business-scoped user ID, or by both. */
export interface Names {
	/** Digits of the number, country code first, as WhatsApp spells it this time. */
	number?: string;
	userId?: string;
}

/**
 * The IDs of a person for as long as they last: whoever changes number and ID begins another one.
 *
 * What somebody can know of a person is known of one of these.
 */
export interface Identity {
	/** Undefined where the person hides the number. */
	number?: string;
	/** Undefined where WhatsApp names the number alone, as it did before there were user IDs. */
	userId?: string;
	/** Other digits under which WhatsApp and address books have the same number: Brazil, Mexico, Argentina. */
	otherNumbers: string[];
}

/** What an event means, by Meta's own rule; see the oracle. */
export type Meaning = 'opens' | 'means nothing' | 'refuses' | 'renames';

/** One thing that WhatsApp reports once or several times. */
export interface Happening {
	/** Number of the business phone number. */
	business: number;
	who: Identity;
	/** The names by which the report says something about the conversation; none where it says nothing. */
	shown: Names;
	meaning: Meaning;
	/** Whom the person is from now on; only of one that renames. */
	becomes?: Identity;
	/** When it happened by WhatsApp's clock, whole seconds; epoch milliseconds. Ahead of the arrival where WhatsApp's clock is ahead. */
	atMs: number;
	/** The change of a webhook that reports it. */
	change: { field: string; value: Record<string, unknown> };
}

/** What the timeline holds, in the order of `atMs`. */
export type Moment =
	/** Happenings that arrive together, in one webhook. */
	| { kind: 'arrival'; atMs: number; happenings: Happening[] }
	| { kind: 'question'; atMs: number; question: Question }
	/** Those who ask once and send later ask now. */
	| { kind: 'earlyCheck'; atMs: number; question: Question }
	/** The process that keeps the record ends and starts again. */
	| { kind: 'restart'; atMs: number };

/** May this person be sent a free-form message at this instant? */
export interface Question {
	/** Which fault it is made to show; see the table of the benchmark. */
	fault: string;
	business: number;
	who: Identity;
	/** The name by which is asked, without which spelling. */
	by: 'number' | 'userId';
	/** The name as a list, a form or a person writes it. */
	recipient: string | number;
	/** When the message goes out; the answer has to be true then. */
	sendAtMs: number;
	/** When those ask who ask once and send later; equal to `sendAtMs` for the others. */
	askedAtMs: number;
	/** True where what is sent is not the text that a hand-made branch guards. */
	isMedia: boolean;
}

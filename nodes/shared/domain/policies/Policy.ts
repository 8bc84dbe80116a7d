import type { Duration } from 'luxon';

import type { Consent, ConsentCategory, ConsentKind } from '../Consent';
import type { ConversationState } from '../conversationState';
import type { WindowState } from '../customerServiceWindow';
import type { Manners } from '../Manners';
import type { UserIdentity } from '../Session';
import type { TemplateSend } from '../TemplateSend';
import type { Budget } from '../usage/Budget';
import type { Charges } from '../usage/Charges';
import type { Month } from '../usage/readMonth';
import type { UndecidedSend } from './UndecidedSend';
import type { Verdict } from './Verdict';

/** What the builder of the workflow wants when a free-form message meets a closed window. */
export type ClosedWindowPolicy = 'route' | 'keep' | 'template' | 'directSend' | 'fail' | 'sendAnyway';

/** What the builder wants of a message that may have gone out before. */
export type UndecidedPolicy = 'hold' | 'sendAgain';

/**
 * Of which templates an opt-in has to be on record: of marketing, of every kind, or of none, because the opt-ins are kept in another
 * system. An opt-out on record counts in any case.
 */
export type ConsentRequirement = 'requiredForMarketing' | 'requiredForAll' | 'keptElsewhere';

/** What is asked to be sent, as far as it decides about the send. */
export type AskedMessage = {
	/** `hold` where it is undefined. */
	whenUndecided?: UndecidedPolicy;
	/** None where it is undefined. */
	manners?: Manners;
	/** Whether it is kept back while somebody else has the conversation; it is not where it is undefined. */
	keepsBackWhenTakenOver?: boolean;
	/** What its business number may spend in a month; nothing limits it where it is undefined. */
	budget?: Budget;
} & (
	| {
			sentAs: 'freeForm';
			whenClosed: ClosedWindowPolicy;
			/** What the message is for; undefined for an answer, and where nobody says. */
			purpose?: FreeFormPurpose;
			/** Since when it has been waiting for the person to write; epoch milliseconds, UTC; undefined for what is sent at once. */
			keptAtMs?: number;
			/** Whether it is a reaction, which WhatsApp never charges. */
			isReaction?: boolean;
	  }
	| {
			sentAs: 'template';
			/** Undefined where it is one that nobody knows. */
			category: ConsentCategory | undefined;
			/** Whether WhatsApp makes the template of it (Direct Send): to the person, for consent and for the price it is one all the same. */
			isDirectSend?: true;
			/** `keptElsewhere` where it is undefined. */
			consent?: ConsentRequirement;
			/** What of the business's own the template belongs to; undefined for nothing. */
			topic?: Extract<ConsentKind, `topic:${string}`>;
	  }
);

/** What a free-form message is for, where its sender says so: then consent to that kind counts, as for a template. */
export interface FreeFormPurpose {
	/** Undefined for a service message, which needs no opt-in. */
	category: Extract<ConsentCategory, 'marketing' | 'utility'> | undefined;
	/** `keptElsewhere` where it is undefined. */
	consent?: ConsentRequirement;
	/** What of the business's own the message belongs to; undefined for nothing. */
	topic?: Extract<ConsentKind, `topic:${string}`>;
}

/** Which node is about to send. */
export interface SendingNode {
	/** Undefined while the workflow was never saved. */
	workflowId: string | undefined;
	nodeName: string;
}

/** What is on record of the person, at the instant that is judged. */
export interface OnRecord {
	window: WindowState;
	consent: Consent;
	/** Every name of the person that is known here; undefined where none is. */
	person?: UserIdentity;
	/** How long before its end the window counts as closed; `DEFAULT_SAFETY_MARGIN` where it is undefined. */
	safetyMargin?: Duration;
	/** Whose turn it is; the bot's where it is undefined. */
	conversation?: ConversationState;
	/** Undefined where no manners ask for it. */
	templates?: TemplatesOnRecord;
	/** Undefined where no budget asks for it. */
	charges?: ChargesOnRecord;
}

/** What is taken of the month of the business number, and what of it the send would take. */
export interface ChargesOnRecord extends Charges {
	month: Month;
	/** Whether messages to the person are free at the moment; see `isFreeOfCharge`. */
	isFree: boolean;
	/** How many messages the send becomes that are not out yet. */
	count: number;
}

/** Which templates a person has got from the account, and whether the person has answered. */
export interface TemplatesOnRecord {
	/** Newest first, without the send that is judged: all, or of each category those after which no older ones count. */
	sends: readonly TemplateSend[];
	/** When the person last wrote to a number that some of them came from; epoch milliseconds, UTC; undefined where that is not on record. */
	lastInboundAtMs?: number;
}

/**
 * A send that is about to happen, with all that is known of it by now.
 *
 * The same question is asked again as more becomes known, and after everything that may have taken time. A policy that
 * misses what it judges by has nothing against the send yet.
 */
export interface SendQuestion {
	/** The item that the message is sent for, as it came in. */
	item: Readonly<Record<string, unknown>>;
	node: SendingNode;
	/** Undefined while the parameters of the item have not been read. */
	message?: AskedMessage;
	/** Undefined while the store has not been asked. */
	onRecord?: OnRecord;
	/** The same send, made before without an answer; undefined where there is none. */
	undecided?: UndecidedSend;
}

/** One reason why a message goes out, waits or does not: a pure function of what is known, which reads no clock. */
export interface Policy {
	/** Every reason it may give. */
	reasons: readonly string[];
	judge(question: SendQuestion): Verdict;
}

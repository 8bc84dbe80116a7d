import type { UserIdentity } from '../domain/Session';
import type { TemplateSend } from '../domain/TemplateSend';
import type { SendClaim, SendRecord } from './SendLog';

/** The templates that one person has got from an account, by all its workflows and numbers. */
export interface TemplateHistory {
	/**
	 * Newest first, and of each category at most {@link MOST_TEMPLATES}. What failed, or was released, has reached nobody and is left out;
	 * what is under way or undecided counts.
	 */
	sends: TemplateSend[];
	/** When the person last wrote to a number that some of them came from; epoch milliseconds, UTC; undefined where that is not on record. */
	lastInboundAtMs?: number;
	/** Names the list: it is another one as soon as a send comes in or drops out. */
	version: string;
}

/** As many templates of each category are read; no manners can ask for more. */
export const MOST_TEMPLATES = 100;

/** A claim that was judged by the templates before it. */
export interface JudgedClaim extends SendClaim {
	template: NonNullable<SendClaim['template']>;
	/** {@link TemplateHistory.version} of the list that it was judged by. */
	historyVersion: string;
}

/** Knows the templates of a person, so that manners hold across workflows and processes. */
export interface TemplateSends {
	/**
	 * Gives the templates that a person has got, under every name that is on record of the person. Sends from before the store kept the
	 * category of templates are not among them.
	 */
	findTemplateSends(businessAccountId: string, user: UserIdentity): Promise<TemplateHistory>;

	/**
	 * Claims a template send as `claimSends` does, if the person has got no other template since it was judged. Of two that were judged
	 * by the same list, one wins.
	 *
	 * @returns undefined when the caller may send now; what is on record of the same send; or `overtaken` when the list is another one by
	 * now: the caller has to judge again
	 */
	claimTemplateSend(claim: JudgedClaim): Promise<SendRecord | 'overtaken' | undefined>;
}

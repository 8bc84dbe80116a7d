import type { JsonObject } from '../../JsonObject.ts';

/** What else decides whether a template message is good. */
export interface SendCircumstances {
	/** By the simulator's clock; epoch milliseconds. */
	nowMs: number;
	/** Whether it came to `/marketing_messages`. */
	isMarketingMessage: boolean;
	/** Says whether a media ID is that of an uploaded file. */
	hasFile: (id: string) => boolean;
}

/** The values that were sent for a template or for a card of it. */
export interface SentSection extends SendCircumstances {
	/** As sent. */
	components: readonly JsonObject[];
	/** True when the template's variables are names. */
	isNamed: boolean;
	/** Most characters of the body with its values. */
	bodyCharacters: number;
}

import type { ConsentWords } from '../../shared/domain/consentWords/readConsentWord';

/** What counts as an opt-in or opt-out, and what is answered. */
export interface ConsentSettings {
	/** Whole messages. */
	words: ConsentWords;
	/** Titles or payloads of buttons, as they are compared. */
	buttons: ConsentWords;
	/** What a word or button is about. */
	covers: 'marketing' | 'everything';
	/** Whether a start word is an opt-in also of somebody who never opted out. */
	startOptsIn: boolean;
	/** The answer to an opt-out and to an opt-in; undefined for none. */
	confirmation: { optedOut?: string; optedIn?: string };
}

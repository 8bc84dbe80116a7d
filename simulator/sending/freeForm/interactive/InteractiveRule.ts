import type { JsonObject } from '../../../JsonObject.ts';
import type { SentFreeForm } from '../SentFreeForm.ts';

/** What a header can be. */
export type HeaderKind = 'text' | 'image' | 'video' | 'document';

/** What one type of interactive message is made of. */
export interface InteractiveRule {
	/** Headers it can have; empty when it has none. */
	headers: readonly HeaderKind[];
	/** Undefined when the header may be left out. */
	isHeaderRequired?: true;
	/** Most characters of the body, in code points. */
	bodyCharacters: number;
	/** Undefined when the body is required. */
	isBodyOptional?: true;
	/** Whether it can have a footer. */
	hasFooter: boolean;
	/** Checks `interactive.action`. */
	checkAction: (action: JsonObject, sent: SentFreeForm) => void;
}

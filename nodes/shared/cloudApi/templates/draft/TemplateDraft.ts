import type { SampleFile } from '../../media/uploadSample';
import type { MessageTemplate } from '../MessageTemplate';

/** An example of the value of a variable, for Meta's review. */
export interface DraftExample {
	/** As it stands between the braces, which may come along. */
	name: string;
	example: string;
}

/** A text with variables, as the builder wrote it. */
export interface DraftText {
	text: string;
	examples: DraftExample[];
}

/** What a media header may show. */
export type DraftMediaFormat = 'IMAGE' | 'VIDEO' | 'DOCUMENT';

/** What stands above the body. */
export type DraftHeader =
	| { format: 'NONE' | 'LOCATION' }
	| { format: 'TEXT'; text: DraftText }
	| { format: DraftMediaFormat; sample: SampleFile };

/** A button below the body. Texts that the builder left empty are empty. */
export interface DraftButton {
	/** Meta's word: QUICK_REPLY, URL, PHONE_NUMBER, COPY_CODE, FLOW or VOICE_CALL. */
	type: string;
	/** The words on it. */
	text: string;
	/** Of a URL button; may end in `{{1}}`. */
	url: string;
	/** Of a URL button with a variable: what may stand in its place, or the whole address. */
	urlExample: string;
	/** Of a PHONE_NUMBER button. */
	phoneNumber: string;
	/** Of a COPY_CODE button: an example of the code. */
	code: string;
	/** Of a FLOW button. */
	flowId: string;
	/** Of a FLOW button: the screen it begins with; empty when the Flow's own endpoint says which. */
	flowScreen: string;
}

/** The fixed text of an authentication template: what of it can be chosen. */
export interface DraftCode {
	/** Whether a sentence warns against passing the code on. */
	warns: boolean;
	/** How long the code is good for, 1 to 90; undefined leaves the sentence out. */
	expirationMinutes?: number;
	/** The words on the button that copies the code. */
	buttonText: string;
}

/** The parts of a template that are written or replaced; a part that is undefined is left as it is. */
export interface TemplateDraft {
	parameterFormat: MessageTemplate['parameterFormat'];
	/** Whether the parts stand beside a limited-time offer, which takes shorter ones and fewer; false when undefined. */
	hasOffer?: boolean;
	header?: DraftHeader;
	body?: DraftText;
	/** Empty for none. */
	footer?: string;
	/** Empty for none. */
	buttons?: DraftButton[];
}

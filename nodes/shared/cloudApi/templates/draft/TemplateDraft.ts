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
export type DraftMediaFormat = 'IMAGE' | 'VIDEO' | 'GIF' | 'DOCUMENT';

/** What stands above the body. */
export type DraftHeader =
	| { format: 'NONE' | 'LOCATION' | 'PRODUCT' }
	| { format: 'TEXT'; text: DraftText }
	| { format: DraftMediaFormat; sample: SampleFile };

/** The Flow of a FLOW button, in the one way in which it was named. */
export type DraftFlow =
	| { id: string }
	| { name: string }
	/** The Flow itself: an object, or JSON text. */
	| { json: unknown };

/** A place in an Android app that a URL button opens where that app is installed. */
export interface DraftDeepLink {
	/** The Meta app that the taps are counted for. */
	appId: string;
	/** For example `shop://sale`. */
	link: string;
	/** What opens where the app is not installed; empty for Meta's own choice. */
	fallbackUrl: string;
}

/** A button below the body. Texts that the builder left empty are empty. */
export interface DraftButton {
	/**
	 * Meta's word: QUICK_REPLY, URL, PHONE_NUMBER, COPY_CODE, FLOW, VOICE_CALL, CATALOG, MPM, SPM, ORDER_DETAILS,
	 * PAYMENT_REQUEST or REQUEST_CONTACT_INFO.
	 */
	type: string;
	/** The words on it, where they are not Meta's. */
	text: string;
	/** Of a URL button; may end in `{{1}}`. */
	url: string;
	/** Of a URL button with a variable: what may stand in its place, or the whole address. */
	urlExample: string;
	/** Of a URL button: undefined for none. */
	deepLink?: DraftDeepLink;
	/** Of a PHONE_NUMBER button. */
	phoneNumber: string;
	/** Of a COPY_CODE button: an example of the code. */
	code: string;
	/** Of a PAYMENT_REQUEST button: Meta's word for how it is paid. */
	paymentKind: string;
	/** Of a PAYMENT_REQUEST button: an example of the code or the link. */
	paymentSample: string;
	/** Of a FLOW button. */
	flow: DraftFlow;
	/** Of a FLOW button: the screen it begins with; empty when the Flow's own endpoint says which. */
	flowScreen: string;
}

/** A card of a carousel. */
export interface DraftCard {
	header: DraftHeader;
	/** Empty text for none. */
	body: DraftText;
	buttons: DraftButton[];
}

/** An offer that counts down on the person's phone. */
export interface DraftOffer {
	text: string;
	/** Whether it ends, and says so. */
	expires: boolean;
}

/** An Android app that a one-time code is handed over to. */
export interface DraftApp {
	/** For example `com.example.shop`. */
	packageName: string;
	/** 11 characters. */
	signatureHash: string;
}

/** The fixed text of an authentication template: what of it can be chosen. */
export interface DraftCode {
	/** Whether a sentence warns against passing the code on. */
	warns: boolean;
	/** How long the code is good for, 1 to 90; undefined leaves the sentence out. */
	expirationMinutes?: number;
	/** The words on the button that copies the code; undefined leaves them to Meta. */
	buttonText?: string;
	/** How the code gets into the app: the person copies it, taps once, or does nothing. */
	otpType: 'COPY_CODE' | 'ONE_TAP' | 'ZERO_TAP';
	/** The words on the button that fills the code in, of the last two; undefined leaves them to Meta. */
	autofillText?: string;
	/** The apps that take the code, of the last two. */
	apps: DraftApp[];
	/** Whether the builder accepts Meta's terms of zero-tap codes. */
	acceptsZeroTapTerms: boolean;
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
	offer?: DraftOffer;
	/** The cards of a carousel, in order. */
	cards?: DraftCard[];
	/** Whether it asks the person for the permission to call; false when undefined. */
	asksToCall?: boolean;
}

import type { BusinessPhoneNumber } from '../../shared/cloudApi/client/CloudApi';
import type { Callback, WebhookAdmin } from '../../shared/cloudApi/webhookAdmin/WebhookAdmin';
import type { CallbackAnswer } from '../../shared/n8n/account/askCallback';

/**
 * Where the address of a trigger is entered at Meta: for everything the app gets, for one WABA, or for one number. A
 * webhook goes to the address of its number, else to that of its WABA, else to that of the app.
 */
export type RegistrationLevel = 'app' | 'businessAccount' | 'phoneNumber';

/** What a trigger wants of Meta, as its parameters and its credential say. */
export interface Registration {
	level: RegistrationLevel;
	/** Whether a callback that belongs to somebody else may be replaced. */
	isReplacing: boolean;
	/** Values of the chosen events; see `TRIGGER_EVENTS`. */
	events: string[];
	/** The trigger's own address for production, and the word that Meta verifies it by. */
	callback: Callback;
	appId: string;
	/** WABA ID. */
	businessAccountId: string;
	/** Undefined at the other levels. */
	phoneNumberId?: string;
	/** Whose permissions are looked at. Never part of an error or a log. */
	accessToken: string;
	/** True when the Graph API is a stand-in that is reached without https, and reaches any address itself. */
	isSimulated: boolean;
	admin: WebhookAdmin;
	/** Numbers of a WABA, that of the credential by default. */
	listPhoneNumbers(businessAccountId?: string): Promise<BusinessPhoneNumber[]>;
	/** Asks an address for the challenge, with the credential's verify token; see `askCallback`. For addresses of ours. */
	ask(url: string): Promise<CallbackAnswer>;
}

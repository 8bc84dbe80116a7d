import type { ErrorRow } from './ErrorRow';

const NEW_TOKEN =
	'Create a new access token for a system user in Meta Business Settings and put it into the WhatsApp ' +
	'Session API credential.';
const GRANT =
	'In Meta Business Settings, give the system user of the access token full control of this WhatsApp account ' +
	'and the permissions whatsapp_business_messaging and whatsapp_business_management; then create a new token.';
const APP_KEYS =
	"Copy 'App ID' and 'App Secret' from App Settings > Basic in the Meta console into the WhatsApp Session API credential.";
const SLOW_DOWN = 'Send fewer items at once, for example with Loop Over Items and a Wait node, and run the rest again.';
const BILLING = 'Check the payment method and the billing settings of the WhatsApp account in WhatsApp Manager.';
const REGISTER = 'Register the business phone number in WhatsApp Manager under Phone numbers, then run this again.';
const PIN = 'Check the two-step verification PIN of the business phone number in WhatsApp Manager.';

/**
 * Codes about the access token, the app, the account, its limits and its phone numbers.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes (read 2026-09-11)
 */
export const ACCOUNT_ERRORS: readonly ErrorRow[] = [
	{ code: 0, family: 'authorization', retry: 'no',
		summary: 'the access token is not valid or was withdrawn', advice: NEW_TOKEN },
	{ code: 190, family: 'authorization', retry: 'no', summary: 'the access token is wrong or has expired', advice: NEW_TOKEN },
	{ code: 3, family: 'authorization', retry: 'no',
		summary: 'the app is not allowed to use this function', advice: GRANT },
	{ code: 10, family: 'authorization', retry: 'no', summary: 'the access token lacks a permission', advice: GRANT },
	{ code: 200, family: 'authorization', retry: 'no',
		summary: 'no access token was sent, or it lacks a permission',
		advice: `Check that the WhatsApp Session API credential of this node holds an access token. ${GRANT}` },
	{ code: 201, upTo: 299, family: 'authorization', retry: 'no',
		summary: 'the access token lacks a permission', advice: GRANT },
	{ code: 15, family: 'authorization', retry: 'no',
		summary: 'this needs the token of the app itself, made of its ID and secret', advice: APP_KEYS },
	{ code: 101, family: 'authorization', retry: 'no',
		summary: 'Meta knows no app with this ID and secret', advice: APP_KEYS },
	{ code: 2200, family: 'other', retry: 'no',
		summary: 'Meta called the address for webhooks and did not get the right answer',
		advice:
			'The address has to be reachable from the internet over https with a certificate that browsers accept, ' +
			'and no login page or firewall may stand in front of it.' },
	{ code: 131005, family: 'authorization', retry: 'no',
		summary: 'the access token is not allowed to do this', advice: GRANT },

	{ code: 368, family: 'other', retry: 'no',
		summary: 'Meta has restricted this WhatsApp account for breaking a policy',
		advice:
			'Open Account quality in Meta Business Support Home, see what is restricted, and ask for a review ' +
			'there.' },
	{ code: 131031, family: 'other', retry: 'no',
		summary: 'Meta has locked this WhatsApp account, or the PIN does not match',
		advice: `Look at the state of the account in WhatsApp Manager and ask for a review there. ${PIN}` },
	{ code: 131037, family: 'other', retry: 'no',
		summary: 'the display name of the business phone number is not approved yet',
		advice: 'Set a display name for the number in WhatsApp Manager and wait until it is approved.' },
	{ code: 131042, family: 'other', retry: 'no',
		summary: 'Meta could not charge this WhatsApp account',
		advice: `${BILLING} A missing time zone or currency has the same effect.` },
	{ code: 131044, family: 'other', retry: 'no',
		summary: 'Meta could not charge this WhatsApp account for a call', advice: BILLING },
	{ code: 134011, family: 'other', retry: 'no',
		summary: 'the terms of WhatsApp payments were not accepted',
		advice: 'Accept the payments terms of service in WhatsApp Manager.' },

	{ code: 4, family: 'rateLimit', retry: 'now', summary: 'the app has made too many requests', advice: SLOW_DOWN },
	{ code: 80007, family: 'rateLimit', retry: 'now',
		summary: 'the WhatsApp account has made too many requests', advice: SLOW_DOWN },
	{ code: 130429, family: 'rateLimit', retry: 'now',
		summary: 'the business phone number sends more messages a second than it may', advice: SLOW_DOWN },
	{ code: 131056, family: 'rateLimit', retry: 'now',
		summary: 'too many messages went to this person in a short time',
		advice: 'Send this person at most one message every 6 seconds, or put several texts into one message.' },
	{ code: 131048, family: 'rateLimit', retry: 'no',
		summary: 'too many people blocked or reported this number, so Meta limits what it may send',
		advice:
			'Look at the quality rating of the number in WhatsApp Manager, send only what people asked for, and ' +
			'wait a day.' },
	{ code: 131064, family: 'rateLimit', retry: 'later',
		summary: 'templates, or messages by Direct Send, of this account were filed under the wrong category too often',
		advice:
			'Correct the categories of the templates in WhatsApp Manager, send nothing by Direct Send that promotes something, and try again ' +
			'a day later.' },
	{ code: 133016, family: 'rateLimit', retry: 'later',
		summary: 'the number was registered or deregistered too often',
		advice: 'Wait 72 hours before you register the business phone number again.' },

	{ code: 131045, family: 'other', retry: 'no',
		summary: 'the business phone number is not registered for the Cloud API', advice: REGISTER },
	{ code: 133010, family: 'other', retry: 'no',
		summary: 'the business phone number is not registered on the WhatsApp Business Platform', advice: REGISTER },
	{ code: 133000, family: 'other', retry: 'later',
		summary: 'an earlier deregistration of the number did not finish',
		advice: 'Deregister the business phone number again, then register it.' },
	{ code: 133004, family: 'other', retry: 'later',
		summary: "Meta's registration is not available at the moment",
		advice: 'Try again in some minutes; Meta reports outages at https://metastatus.com (WhatsApp Business API).' },
	{ code: 133005, family: 'other', retry: 'no', summary: 'the two-step verification PIN is wrong', advice: PIN },
	{ code: 133006, family: 'other', retry: 'no',
		summary: 'the business phone number has to be verified first',
		advice: 'Verify the number in WhatsApp Manager, then register it.' },
	{ code: 133008, family: 'other', retry: 'later',
		summary: 'a wrong PIN was given too often', advice: `Wait as long as Meta says. ${PIN}` },
	{ code: 133009, family: 'other', retry: 'later',
		summary: 'PINs were given too fast one after the other', advice: `Wait some minutes. ${PIN}` },
	{ code: 133015, family: 'other', retry: 'later',
		summary: 'the number was deleted only just now',
		advice: 'Wait 5 minutes before you register the business phone number again.' },
	{ code: 2494100, family: 'other', retry: 'later',
		summary: 'the business phone number is in maintenance', advice: 'Run this again in some minutes.' },
];

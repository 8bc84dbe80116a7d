import type { ErrorRow } from './ErrorRow';

const GROUP = 'Look at the group in WhatsApp; the details say what Meta did not accept.';
const FLOW = 'Open the Flow in WhatsApp Manager: its health page says what is wrong.';
const USERNAME = 'Manage the username of the business in WhatsApp Manager.';
const COEXISTENCE = 'Disconnect the number from the WhatsApp Business app and connect it again.';

/**
 * Codes of functions beside plain messages: orders, Flows, calls, groups, usernames, blocking, onboarding, marketing.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes (read 2026-09-11)
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/error-codes (dated 2025-10-31)
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-br/orders (dated 2026-03-25)
 */
export const FEATURE_ERRORS: readonly ErrorRow[] = [
	{ code: 131063, family: 'other', retry: 'no',
		summary: 'marketing messages through the Cloud API are switched off for this account',
		advice:
			"Set the option 'Send Marketing Through' of WhatsApp Send Template to 'Marketing Messages API', or switch them on " +
			'again in the settings of the WhatsApp account.' },
	{ code: 134102, family: 'other', retry: 'no',
		summary: 'the Marketing Messages API is not available to this account',
		advice: 'Check in WhatsApp Manager whether the account may use it.' },
	{ code: 1752041, family: 'other', retry: 'no',
		summary: 'the account has already been signed up for the Marketing Messages API',
		advice: 'Nothing has to be done.' },
	{ code: 139200, family: 'directSend', retry: 'no',
		summary: 'Direct Send is blocked for this account, because messages of it were not what a utility message may be',
		advice:
			"Send an approved template instead: 'Send a Template Instead' in 'When the Window Is Closed'. Meta's mail about it says until " +
			'when, and Business Support Home takes a request for a review.' },

	{ code: 2040, family: 'recipient', retry: 'no',
		summary: 'this person cannot receive messages of this kind',
		advice: 'Orders go to people with a number of Brazil or India and a recent WhatsApp; ask for the payment in another way.' },
	{ code: 2046, family: 'other', retry: 'no',
		summary: 'the order cannot go from the status that it has to this one',
		advice: 'An order that is completed or canceled stays so, and none becomes pending again; send a status that can follow.' },
	{ code: 2047, family: 'other', retry: 'no',
		summary: 'the order could not be canceled, because it has been paid or is being paid',
		advice: 'Refund the payment with your bank or payment provider instead.' },

	{ code: 132068, family: 'other', retry: 'no', summary: 'the Flow in the message is blocked', advice: FLOW },
	{ code: 132069, family: 'rateLimit', retry: 'later',
		summary: 'the Flow in the message is throttled: only 10 of its messages may be sent in an hour', advice: FLOW },
	{ code: 139000, upTo: 139004, family: 'other', retry: 'no',
		summary: 'the Flow could not be changed or published', advice: FLOW },

	{ code: 136024, family: 'other', retry: 'no',
		summary: 'the verification code for the business phone number could not be requested',
		advice: 'Verify the number in WhatsApp Manager, and wait some hours if you have tried several times.' },
	{ code: 138038, family: 'other', retry: 'no',
		summary: 'another system owns the conversation with this person, so the call cannot be answered or ended here',
		advice: 'Leave the call to the system that owns the conversation, or have it hand the conversation over first.' },
	{ code: 2494191, family: 'other', retry: 'no',
		summary: 'only the escalation partner of the account may take a conversation from its owner',
		advice:
			'Have the owner pass the conversation on, or make this app the escalation partner under conversation routing in ' +
			'WhatsApp Manager.' },
	{ code: 138000, upTo: 138018, family: 'other', retry: 'no',
		summary: 'the call was not possible',
		advice:
			'Check that calls are switched on for the business phone number and that the person allowed them; ' +
			'WhatsApp Manager has a call log.' },
	{ code: 139100, upTo: 139103, family: 'other', retry: 'no',
		summary: 'not everybody could be blocked or unblocked',
		advice:
			'Only people who wrote in the last 24 hours can be blocked, and the list holds 64,000; try the ' +
			'others again.' },

	{ code: 147001, family: 'other', retry: 'no', summary: 'the username is not available', advice: USERNAME },
	{ code: 147002, family: 'other', retry: 'no',
		summary: 'the business may not have a username yet', advice: USERNAME },
	{ code: 147003, family: 'other', retry: 'no',
		summary: 'the username belongs to a Facebook page that is not linked',
		advice: `Link the Facebook page to the business first. ${USERNAME}` },
	{ code: 147004, family: 'other', retry: 'no',
		summary: 'the username belongs to an Instagram account that is not linked',
		advice: `Link the Instagram account to the business first. ${USERNAME}` },

	{ code: 147005, family: 'other', retry: 'no',
		summary: 'the username could not be set', advice: USERNAME },

	{ code: 2593107, family: 'other', retry: 'no',
		summary: 'the conversations of the WhatsApp Business app were already synchronised once', advice: COEXISTENCE },
	{ code: 2593108, family: 'other', retry: 'no',
		summary: 'the WhatsApp Business app can only be synchronised within 24 hours of connecting',
		advice: COEXISTENCE },

	{ code: 131020, family: 'other', retry: 'no',
		summary: 'nobody else is in the group', advice: 'Wait until somebody has joined the group.' },
	{ code: 131041, family: 'other', retry: 'no',
		summary: 'there is no such group, or the business is not in it', advice: 'Check the ID of the group.' },
	{ code: 131059, family: 'other', retry: 'no',
		summary: 'the list has changed while it was read', advice: 'Read the list again from its beginning.' },
	{ code: 131207, family: 'other', retry: 'no',
		summary: 'Meta has suspended the group for breaking a policy', advice: 'Start a new group.' },
	{ code: 131208, family: 'rateLimit', retry: 'later',
		summary: 'the business phone number changed groups too often in a short time', advice: 'Wait some minutes.' },
	{ code: 131201, upTo: 131215, family: 'other', retry: 'no',
		summary: 'the group or one of its members could not be changed', advice: GROUP },
];

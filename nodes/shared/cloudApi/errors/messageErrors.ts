import type { ErrorRow } from './ErrorRow';

const META_FAULT =
	"The fault is Meta's: https://metastatus.com shows outages. Look whether the message arrived before you " +
	"send it again.";
const CHECK_VALUES = 'Check the values of this node; the details name the one that Meta did not accept.';
const OPTED_OUT = 'Record the opt-out, and send this person no marketing until they ask for it again.';

/**
 * Codes about one message and the person it goes to.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes (read 2026-09-11)
 */
export const MESSAGE_ERRORS: readonly ErrorRow[] = [
	{ code: 131047, family: 'reEngagement', retry: 'no',
		summary: 'the person last wrote more than 24 hours ago, so the customer service window is closed',
		advice: 'Send a template message instead, with the node WhatsApp Send Template.' },

	{ code: 130403, family: 'recipient', retry: 'no',
		summary: 'your business has blocked this person',
		advice: 'Unblock the person in WhatsApp Manager or your inbox before you write to them.' },
	{ code: 130472, family: 'recipient', retry: 'no',
		summary: 'Meta keeps marketing messages from this person as part of an experiment',
		advice: 'Do not send it again; reach this person another way, or wait until they write.' },
	{ code: 130497, family: 'recipient', retry: 'no',
		summary: "this WhatsApp account may not write to people in this person's country",
		advice: "Check WhatsApp's Business Messaging Policy for the countries your kind of business may write to." },
	{ code: 131021, family: 'recipient', retry: 'no',
		summary: 'the message goes to the same number that sends it',
		advice: "Change 'Recipient' to the number of the person you write to." },
	{ code: 131026, family: 'recipient', retry: 'no',
		summary: 'the message cannot be delivered to this number',
		advice:
			'The number may not be on WhatsApp, its WhatsApp may be too old, or its terms not accepted: check ' +
			'the number, or reach the person another way.' },
	{ code: 131030, family: 'recipient', retry: 'no',
		summary: 'a test number may only write to numbers on its list, and this one is not on it',
		advice:
			'Add the recipient to the list of the test number under API Setup in the Meta console, or send ' +
			'from a real business number.' },
	{ code: 131049, family: 'recipient', retry: 'no',
		summary: 'this person already gets as many marketing messages as Meta allows',
		advice: 'Wait at least 24 hours before you send this person marketing again; sending sooner makes it worse.' },
	{ code: 131050, family: 'recipient', retry: 'no',
		summary: 'this person has stopped marketing messages from your business', advice: OPTED_OUT },
	{ code: 131062, family: 'recipient', retry: 'no',
		summary: 'this kind of message cannot go to a business-scoped user ID (BSUID)',
		advice:
			"Put the person's phone number into 'Recipient'; authentication templates need it, and so do marketing templates with a " +
			'maximum price.' },
	{ code: 131061, family: 'other', retry: 'no',
		summary: 'a template with a maximum price cannot be sent this way',
		advice:
			"Set the option 'Send Marketing Through' of WhatsApp Send Template to 'Marketing Messages API', or take the maximum " +
			'price off the template in WhatsApp Manager.' },
	{ code: 131065, family: 'recipient', retry: 'no',
		summary: "a template with a maximum price cannot be sent to this person's country",
		advice: 'Send this person a template without a maximum price.' },
	{ code: 131070, family: 'anotherResponder', retry: 'no',
		summary: 'another system owns the conversation with this person, so free-form messages are refused',
		advice:
			'Look in WhatsApp Manager who answers there: another partner or Meta Business Agent. Wait until it hands the ' +
			'conversation over, take it with Thread > Take of the node WhatsApp Session if this app is the escalation partner, or send a ' +
			'template message.' },
	{ code: 137000, family: 'recipient', retry: 'no',
		summary: 'the identity of this person has changed since it was last confirmed',
		advice: 'Make sure that the number still belongs to the same person, then confirm the new identity at Meta.' },

	{ code: 1, family: 'other', retry: 'maybe',
		summary: 'Meta had an unknown error, or did not understand the request', advice: META_FAULT },
	{ code: 2, family: 'other', retry: 'maybe',
		summary: "Meta's service was down or overloaded", advice: META_FAULT },
	{ code: 131000, family: 'other', retry: 'maybe',
		summary: 'something went wrong at Meta', advice: META_FAULT },
	{ code: 131016, family: 'other', retry: 'maybe',
		summary: "a service of Meta's was not available", advice: META_FAULT },
	{ code: 131057, family: 'other', retry: 'now',
		summary: 'the business phone number is in maintenance or being upgraded for a minute',
		advice: 'Run this again in some minutes.' },
	{ code: 33, family: 'other', retry: 'no',
		summary: 'the ID in the request does not exist, or the access token cannot see it',
		advice:
			'Check the ID of the business phone number or the account in WhatsApp Manager, and that the access ' +
			'token has access to it.' },
	{ code: 100, family: 'other', retry: 'no', summary: 'a value in the request is not valid', advice: CHECK_VALUES },
	{ code: 131008, family: 'other', retry: 'no', summary: 'a value is missing in the request', advice: CHECK_VALUES },
	{ code: 131009, family: 'other', retry: 'no',
		summary: 'a value in the request is not valid', advice: CHECK_VALUES },
	{ code: 135000, family: 'other', retry: 'no',
		summary: 'Meta could not make sense of the values in the request', advice: CHECK_VALUES },
	{ code: 131051, family: 'other', retry: 'no',
		summary: 'WhatsApp does not support this type of message',
		advice: 'Send the content as another type of message.' },
	{ code: 131052, family: 'other', retry: 'no',
		summary: 'a file that the person sent could not be downloaded',
		advice: 'Ask the person to send the file again, smaller or another way.' },
	{ code: 131053, family: 'other', retry: 'no',
		summary: 'the file could not be read or is of a kind that WhatsApp does not take',
		advice: 'Check that the link opens without a login, and the type and size of the file.' },
	{ code: 131060, family: 'other', retry: 'no',
		summary: 'this message can only be seen in the WhatsApp app',
		advice: 'Open the conversation on the phone of the business, or ask the person to send it again.' },
];

/** The kinds of event that the trigger puts out; also the field `event` of their items. */
export type TriggerEventName =
	| 'message'
	| 'messageStatus'
	| 'messageFailed'
	| 'call'
	| 'optInChange'
	| 'messageEcho'
	| 'templateChange'
	| 'accountChange'
	| 'other'
	| 'paymentStatus'
	| 'usageReached'
	| 'givenUp';

/** One kind of event as the builder chooses it. */
export interface TriggerEventOption {
	name: string;
	value: TriggerEventName;
	description: string;
}

/** Every kind of event, in the order of the outputs; that order never depends on the order of choice. */
export const TRIGGER_EVENTS: readonly TriggerEventOption[] = [
	{
		name: 'Message',
		value: 'message',
		description: 'A person wrote, tapped a button, answered a Flow, or sent a file, place or contact',
	},
	{
		name: 'Message Status',
		value: 'messageStatus',
		description: 'A message of the business was sent, delivered, read or played; several for each message',
	},
	{
		name: 'Message Failed',
		value: 'messageFailed',
		description: 'WhatsApp did not deliver a message of the business, and says why and what to send instead',
	},
	{ name: 'Call', value: 'call', description: 'A call began, was answered or ended; one item for each step' },
	{
		name: 'Opt-In Change',
		value: 'optInChange',
		description: 'A person opted in or out: by a word such as STOP, a button, or in the settings of WhatsApp',
	},
	{
		name: 'Message Echo',
		value: 'messageEcho',
		description: 'The business wrote to somebody from the WhatsApp Business app',
	},
	{
		name: 'Template Change',
		value: 'templateChange',
		description: 'A message template was approved, rejected or paused, or its quality, category or content changed',
	},
	{
		name: 'Account Change',
		value: 'accountChange',
		description: 'Something about the account or a business number changed: limits, quality, name, reviews, alerts',
	},
	{
		name: 'Other',
		value: 'other',
		description: 'Everything else that Meta sends, history and fields that are not known yet included',
	},
	// Younger than the others, and so the last ones: what is wired to them stays where it is.
	{
		name: 'Payment Status',
		value: 'paymentStatus',
		description: 'The payment of an order is pending, was captured or failed; where WhatsApp takes payments',
	},
	{
		name: 'Usage Reached',
		value: 'usageReached',
		description: 'A number has used so many of the free messages of the month, or was charged for so many',
	},
	{
		name: 'Given Up',
		value: 'givenUp',
		description: 'What Keep It and Nudge has kept goes out no more, since the person has not written in time',
	},
];

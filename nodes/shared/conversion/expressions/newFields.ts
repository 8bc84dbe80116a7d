import type { SourceKind } from './SourceKind';

/** A field of the new item as a path, or a way to write what has no field of its own. */
export type NewField = string | ((item: string) => string);

const REFERRAL: Readonly<Record<string, string>> = {
	ctwa_clid: 'clickId',
	source_url: 'sourceUrl',
	source_id: 'sourceId',
	source_type: 'sourceType',
	headline: 'headline',
	body: 'body',
	media_type: 'mediaType',
};
/** What our item of a message has under Meta's own name, as Meta sends it. */
const SAME_OBJECTS = ['image', 'video', 'audio', 'document', 'sticker', 'location', 'contacts', 'interactive', 'button', 'reaction', 'order', 'system'];

const OF_TRIGGER: Readonly<Record<string, NewField>> = {
	'messages.0.text.body': 'message.text',
	'messages.0.from': 'from',
	'messages.0.id': 'message.id',
	'messages.0.type': 'message.type',
	'messages.0.context.id': 'message.repliesTo',
	...Object.fromEntries(SAME_OBJECTS.map((name) => [`messages.0.${name}`, `message.${name}`])),
	...Object.fromEntries(Object.entries(REFERRAL).map(([old, name]) => [`messages.0.referral.${old}`, `message.referral.${name}`])),
	'contacts.0.wa_id': 'from',
	'contacts.0.profile.name': 'profileName',
	'metadata.phone_number_id': 'phoneNumberId',
	'statuses.0.id': 'message.id',
	'statuses.0.status': 'message.status',
	'statuses.0.errors.0.code': 'error.code',
	'statuses.0.errors.0.title': 'error.title',
	'statuses.0.pricing.category': 'message.price.category',
	'statuses.0.pricing.billable': 'message.price.isBillable',
};

const OF_SEND: Readonly<Record<string, NewField>> = {
	'messages.0.id': 'message.id',
	'messages.0.message_status': 'message.status',
	'contacts.0.wa_id': 'session.recipient.waId',
};

const OF_QUESTION: Readonly<Record<string, NewField>> = {
	'data.text': 'answer.text',
	'data.approved': (item) => `(${item}.answer?.choice?.id === "approve")`,
};

/** The fields of the built-in nodes' items, and where their values are in ours. */
export const NEW_FIELDS: Readonly<Record<SourceKind, Readonly<Record<string, NewField>>>> = { trigger: OF_TRIGGER, send: OF_SEND, ask: OF_QUESTION };

/** What is Meta's own object where the trigger includes it. */
export const ORIGINALS: readonly string[] = ['messages.0', 'statuses.0'];

/** What says where a message goes, and so is better the recipient that every item has. */
export const ADDRESSES: readonly string[] = ['messages.0.from', 'contacts.0.wa_id', 'statuses.0.recipient_id'];

/** The fields that an item of a built-in node begins with. */
export const OLD_ROOTS: Readonly<Record<SourceKind, readonly string[]>> = {
	trigger: ['messages', 'contacts', 'statuses', 'metadata', 'field', 'messaging_product', 'event', 'errors'],
	send: ['messages', 'contacts', 'messaging_product'],
	ask: ['data'],
};

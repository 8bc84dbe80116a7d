/**
 * The message types that Meta documents, and how the filter names them; `otherTypes` stands for all others.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages (read 2026-03)
 */
export const MESSAGE_TYPES: ReadonlyArray<{ name: string; value: string }> = [
	{ name: 'Audio', value: 'audio' },
	{ name: 'Button of a Template', value: 'button' },
	{ name: 'Contacts', value: 'contacts' },
	{ name: 'Deleted Message', value: 'revoke' },
	{ name: 'Document', value: 'document' },
	{ name: 'Edited Message', value: 'edit' },
	{ name: 'First Contact (No Content)', value: 'request_welcome' },
	{ name: 'Image', value: 'image' },
	{ name: 'Interactive Reply', value: 'interactive' },
	{ name: 'Location', value: 'location' },
	{ name: 'Order', value: 'order' },
	{ name: 'Other Types', value: 'otherTypes' },
	{ name: 'Reaction', value: 'reaction' },
	{ name: 'Sticker', value: 'sticker' },
	{ name: 'System', value: 'system' },
	{ name: 'Text', value: 'text' },
	{ name: 'Unsupported', value: 'unsupported' },
	{ name: 'Video', value: 'video' },
];

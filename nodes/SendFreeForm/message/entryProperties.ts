import type { INodeProperties } from 'n8n-workflow';

const text = (displayName: string, name: string, placeholder: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	placeholder,
	description,
});

/** A list of entries, each with the same fields. */
function entries(displayName: string, name: string, entry: string, placeholder: string, values: INodeProperties[]): INodeProperties {
	return {
		displayName,
		name,
		type: 'fixedCollection',
		typeOptions: { multipleValues: true, sortable: true },
		placeholder,
		default: {},
		options: [{ displayName: entry.charAt(0).toUpperCase() + entry.slice(1), name: entry, values }],
	};
}

const cardText = (cardKind: string[], property: INodeProperties): INodeProperties => ({
	...property,
	displayOptions: { show: { '/cardKind': cardKind } },
});
const PICTURED = ['link', 'reply'];

/** Lists of messages, by the name that `messageTypes` knows them under. */
export const entryProperties: ReadonlyArray<[field: string, property: INodeProperties]> = [
	[
		'buttons',
		entries('Buttons', 'buttons', 'button', 'Add button', [
			text('Button Title', 'title', 'e.g. Confirm', 'The words on the button, up to 20 characters'),
			text('Button ID', 'id', 'e.g. confirm-1042', 'Comes back when it is tapped; the title when empty'),
		]),
	],
	[
		'rows',
		entries('Rows', 'rows', 'row', 'Add row', [
			text('Row Title', 'title', 'e.g. Monday 10:30', 'Up to 24 characters'),
			text('Row Description', 'description', 'e.g. With Dr. Lovelace', 'Stands below the title, up to 72 characters'),
			text('Row ID', 'id', 'e.g. slot-17', 'Comes back when it is chosen; the title when empty'),
			text('Section', 'section', 'e.g. Next week', 'Rows of one section stand together; up to 24 characters'),
		]),
	],
	[
		'products',
		entries('Products', 'products', 'product', 'Add product', [
			text('Product ID', 'productId', 'e.g. sku-1042', 'The content ID of the product in the catalog'),
			text('Section', 'section', 'e.g. For the garden', 'Products of one section stand together; up to 24 characters'),
		]),
	],
	[
		'cards',
		entries('Cards', 'cards', 'card', 'Add card', [
			cardText(PICTURED, {
				displayName: 'Picture or Video',
				name: 'mediaType',
				type: 'options',
				options: [
					{ name: 'Picture', value: 'image' },
					{ name: 'Video', value: 'video' },
				],
				default: 'image',
			}),
			cardText(PICTURED, text('File', 'media', 'e.g. https://shop.example/lavender.jpg', 'A link, a media ID, or the name of a file field of the item')),
			cardText(PICTURED, text('Body', 'body', 'e.g. Lavender, for sunny places', 'Up to 160 characters and two line breaks')),
			cardText(['link'], text('Button Label', 'linkLabel', 'e.g. Buy', 'Up to 20 characters')),
			cardText(['link'], text('Button URL', 'linkUrl', 'e.g. https://shop.example/lavender', 'What the button opens')),
			cardText(['reply'], text('Button Title', 'replyTitle', 'e.g. Tell me more', 'Up to 20 characters')),
			cardText(['reply'], text('Button ID', 'replyId', 'e.g. lavender', 'Comes back when it is tapped; the title when empty')),
			cardText(['product'], text('Product ID', 'productId', 'e.g. sku-1042', 'The content ID of the product in the catalog')),
		]),
	],
	[
		'contacts',
		entries('Contacts', 'contacts', 'contact', 'Add contact', [
			text('Name', 'name', 'e.g. Ada Lovelace', 'As the card shows it'),
			text('Phone Number', 'phone', 'e.g. +15551234567', 'With country code'),
			{ displayName: 'Email', name: 'email', type: 'string', default: '', placeholder: 'e.g. ada@example.com' },
			text('Organization', 'organization', 'e.g. Example Shop', 'Where the person works'),
		]),
	],
];

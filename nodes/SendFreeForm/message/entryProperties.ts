import type { INodeProperties } from 'n8n-workflow';

import { listProperty } from '../../shared/n8n/parameters/listProperty';
import { productRows } from '../../shared/n8n/parameters/productRows';
import { textProperty } from '../../shared/n8n/parameters/textProperty';
import { contactProperties } from './contactProperties';

const cardText = (cardKind: string[], property: INodeProperties): INodeProperties => ({
	...property,
	displayOptions: { show: { '/cardKind': cardKind } },
});
const PICTURED = ['link', 'reply'];

/** Lists of messages, by the name that `messageTypes` knows them under. */
export const entryProperties: ReadonlyArray<[field: string, property: INodeProperties]> = [
	[
		'buttons',
		listProperty('Buttons', 'buttons', 'button', [
			textProperty('Button Title', 'title', 'e.g. Confirm', 'The words on the button, up to 20 characters'),
			textProperty('Button ID', 'id', 'e.g. confirm-1042', 'Comes back when it is tapped; the title when empty'),
		]),
	],
	[
		'rows',
		listProperty('Rows', 'rows', 'row', [
			textProperty('Row Title', 'title', 'e.g. Monday 10:30', 'Up to 24 characters'),
			textProperty('Row Description', 'description', 'e.g. With Dr. Lovelace', 'Stands below the title, up to 72 characters'),
			textProperty('Row ID', 'id', 'e.g. slot-17', 'Comes back when it is chosen; the title when empty'),
			textProperty('Section', 'section', 'e.g. Next week', 'Rows of one section stand together; up to 24 characters'),
		]),
	],
	[
		'products',
		listProperty('Products', 'products', 'product', productRows),
	],
	[
		'cards',
		listProperty('Cards', 'cards', 'card', [
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
			cardText(PICTURED, textProperty('File', 'media', 'e.g. https://shop.example/lavender.jpg', 'A link, a media ID, or the name of a file field of the item')),
			cardText(PICTURED, textProperty('Body', 'body', 'e.g. Lavender, for sunny places', 'Up to 160 characters and two line breaks')),
			cardText(['link'], textProperty('Button Label', 'linkLabel', 'e.g. Buy', 'Up to 20 characters')),
			cardText(['link'], textProperty('Button URL', 'linkUrl', 'e.g. https://shop.example/lavender', 'What the button opens')),
			cardText(['reply'], textProperty('Button Title', 'replyTitle', 'e.g. Tell me more', 'Up to 20 characters')),
			cardText(['reply'], textProperty('Button ID', 'replyId', 'e.g. lavender', 'Comes back when it is tapped; the title when empty')),
			cardText(['reply'], textProperty('Second Button Title', 'secondTitle', 'e.g. Not for me', 'Up to 20 characters; empty for one button a card. All cards have the same number.')),
			cardText(['reply'], textProperty('Second Button ID', 'secondId', 'e.g. not-lavender', 'Comes back when it is tapped; the title when empty')),
			cardText(['product'], textProperty('Product ID', 'productId', 'e.g. sku-1042', 'The content ID of the product in the catalog')),
		]),
	],
	['contacts', listProperty('Contacts', 'contacts', 'contact', contactProperties)],
];

import type { INodeProperties } from 'n8n-workflow';

import { moreProperty } from './moreProperty';
import { textProperty } from './textProperty';

/** What one item of an order is made of, in the form; see `toOrderItem`. */
export const itemRows: INodeProperties[] = [
	textProperty('Item Name', 'name', 'e.g. Lavender, 12 cm', 'Up to 60 characters'),
	textProperty('Amount', 'amount', 'e.g. 649.75', 'What one of it costs, with a point for decimals'),
	{ displayName: 'Quantity', name: 'quantity', type: 'number', typeOptions: { minValue: 1 }, default: 1, description: 'How many of it' },
	moreProperty('Add detail', [
		textProperty('Country of Origin', 'countryOfOrigin', 'e.g. India', 'In India for items that are not of a catalog'),
		textProperty('Importer Address', 'importerLine1', 'e.g. B8/733 Nand Nagri'),
		textProperty('Importer Address Line 2', 'importerLine2', 'e.g. Police station'),
		textProperty('Importer City', 'importerCity', 'e.g. East Delhi'),
		textProperty('Importer Country Code', 'importerCountryCode', 'e.g. IN', 'Two letters'),
		textProperty('Importer Name', 'importerName', 'e.g. Example Imports', 'In India for items that are not of a catalog'),
		textProperty('Importer Postal Code', 'importerPostalCode', 'e.g. 110093'),
		textProperty('Importer State Code', 'importerZone', 'e.g. DL'),
		textProperty('Picture Link', 'pictureLink', 'e.g. https://shop.example/lavender.jpg', 'For up to ten items that are not of a catalog'),
		textProperty('Product ID', 'productId', 'e.g. sku-1042', 'The content ID of the product in the catalog'),
		textProperty('Sale Amount', 'saleAmount', 'e.g. 599.75', 'What one of it costs today, less than the amount; this is what counts'),
	]),
];

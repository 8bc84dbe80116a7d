import type { INodeProperties } from 'n8n-workflow';

import { textProperty } from './textProperty';

/** What one of several products is made of, in the form. */
export const productRows: INodeProperties[] = [
	textProperty('Product ID', 'productId', 'e.g. sku-1042', 'The content ID of the product in the catalog'),
	textProperty('Section', 'section', 'e.g. For the garden', 'Products of one section stand together; up to 24 characters'),
];

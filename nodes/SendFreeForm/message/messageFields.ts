import type { INodeProperties } from 'n8n-workflow';

import { addressProperties } from './addressProperties';
import { entryProperties } from './entryProperties';
import { fieldProperties, footerProperty } from './fieldProperties';
import { itemProperties } from './itemProperties';
import { orderProperties } from './orderProperties';

/** Every parameter of every type of message, by the name that `messageTypes` knows it under, in the order of the form. */
export const MESSAGE_FIELDS: ReadonlyArray<[field: string, property: INodeProperties]> = [
	...fieldProperties,
	...addressProperties,
	...orderProperties,
	...entryProperties,
	...itemProperties,
	footerProperty,
];

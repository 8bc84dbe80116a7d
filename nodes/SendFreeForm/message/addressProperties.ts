import type { INodeProperties } from 'n8n-workflow';

import { listProperty } from '../../shared/n8n/parameters/listProperty';
import { moreProperty } from '../../shared/n8n/parameters/moreProperty';
import { textProperty } from '../../shared/n8n/parameters/textProperty';

/** The fields of an address in India, with what stands in them as an example (messages/address-messages, read 2025-12). */
const FIELDS: ReadonlyArray<[label: string, name: string, placeholder: string]> = [
	['Address', 'address', 'e.g. Wing A, Cello Triumph, IB Patel Road'],
	['Building', 'building_name', 'e.g. Cello Triumph'],
	['City', 'city', 'e.g. Mumbai'],
	['Flat or House Number', 'house_number', 'e.g. 12'],
	['Floor Number', 'floor_number', 'e.g. 8'],
	['Landmark or Area', 'landmark_area', 'e.g. Goregaon'],
	['Name', 'name', 'e.g. Ada Lovelace'],
	['Phone Number', 'phone_number', 'e.g. +919876543210'],
	['Pin Code', 'in_pin_code', 'e.g. 400063'],
	['State', 'state', 'e.g. Maharashtra'],
	['Tower Number', 'tower_number', 'e.g. 2'],
];

/** What nearly every address has. */
const USUAL = ['address', 'city', 'in_pin_code', 'name', 'phone_number'];

const fields = FIELDS.map(([label, name, placeholder]) => textProperty(label, name, placeholder));
const errors = FIELDS.map(([label, name]) => textProperty(label, name, 'e.g. We could not find this place.'));

/** Parameters of a request for an address, by the name that `messageTypes` knows them under, in the order of the form. */
export const addressProperties: ReadonlyArray<[field: string, property: INodeProperties]> = [
	[
		'knownAddress',
		{
			displayName: 'Known Values',
			name: 'knownAddress',
			type: 'collection',
			placeholder: 'Add value',
			default: {},
			options: fields,
			description: 'What is filled in already; the person can change it',
		},
	],
	[
		'addressErrors',
		{
			displayName: 'Errors',
			name: 'addressErrors',
			type: 'collection',
			placeholder: 'Add error',
			default: {},
			options: errors,
			description: 'What was wrong with the address that the person gave before, by its field; give the other values again under Known Values',
		},
	],
	[
		'savedAddresses',
		listProperty(
			'Saved Addresses',
			'savedAddresses',
			'address',
			[
				textProperty('Address ID', 'id', 'e.g. home', 'Comes back when the person chooses this address; its number in the list when empty'),
				...fields.filter(({ name }) => USUAL.includes(name)),
				moreProperty('Add value', fields.filter(({ name }) => !USUAL.includes(name))),
			],
			'Saved Address',
		),
	],
	// Of workflows from before there were fields for it.
	['addressValues', { displayName: 'Known Values (JSON)', name: 'addressValues', type: 'hidden', default: '{}' }],
];

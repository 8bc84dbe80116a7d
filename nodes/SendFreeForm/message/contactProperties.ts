import type { INodeProperties } from 'n8n-workflow';

import { listProperty } from '../../shared/n8n/parameters/listProperty';
import { moreProperty } from '../../shared/n8n/parameters/moreProperty';
import { textProperty } from '../../shared/n8n/parameters/textProperty';

const addresses = listProperty('Addresses', 'addresses', 'address', [
	textProperty('Street', 'street', 'e.g. Main Street 1', 'With the number of the house'),
	textProperty('City', 'city', 'e.g. Berlin'),
	textProperty('State', 'state', 'e.g. CA', 'Code of the state or province'),
	textProperty('Postal Code', 'zip', 'e.g. 10117'),
	textProperty('Country', 'country', 'e.g. Germany'),
	textProperty('Country Code', 'countryCode', 'e.g. DE', 'Two letters, by ISO 3166'),
	textProperty('Type', 'type', 'e.g. Office', 'What the card calls the address'),
]);

const emails = listProperty('More Emails', 'emails', 'email', [
	{ displayName: 'Email', name: 'email', type: 'string', default: '', placeholder: 'e.g. ada@home.example' },
	textProperty('Type', 'type', 'e.g. Private', 'What the card calls the email'),
]);

const links = listProperty('Links', 'links', 'link', [
	textProperty('Link', 'url', 'e.g. https://shop.example', 'A website of the person or the organization'),
	textProperty('Type', 'type', 'e.g. Company', 'What the card calls the link'),
]);

const phones = listProperty('More Phone Numbers', 'phones', 'phone', [
	textProperty('Phone Number', 'phone', 'e.g. +15551234567', 'With country code'),
	textProperty('Type', 'type', 'e.g. Landline', 'What the card calls the number'),
	textProperty('WhatsApp ID', 'waId', 'e.g. 15551234567', 'With it, the card has a button to write to this number; without it, one to invite to WhatsApp'),
]);

/** The fields of one contact card. */
export const contactProperties: INodeProperties[] = [
	textProperty('Name', 'name', 'e.g. Ada Lovelace', 'As the card shows it'),
	textProperty('Phone Number', 'phone', 'e.g. +15551234567', 'With country code'),
	{ displayName: 'Email', name: 'email', type: 'string', default: '', placeholder: 'e.g. ada@example.com' },
	textProperty('Organization', 'organization', 'e.g. Example Shop', 'Where the person works'),
	moreProperty('Add detail', [
		addresses,
		textProperty('Birthday', 'birthday', 'e.g. 1999-01-23', 'Year, month and day'),
		textProperty('Department', 'department', 'e.g. Legal', 'Within the organization'),
		textProperty('First Name', 'firstName', 'e.g. Ada', 'Taken from the name when no part of it is given'),
		textProperty('Job Title', 'jobTitle', 'e.g. Lead Counsel', 'Within the organization'),
		textProperty('Last Name', 'lastName', 'e.g. Lovelace', 'Taken from the name when no part of it is given'),
		links,
		textProperty('Middle Name', 'middleName', 'e.g. King'),
		emails,
		phones,
		textProperty('Prefix', 'prefix', 'e.g. Dr.', 'Stands before the name'),
		textProperty('Suffix', 'suffix', 'e.g. Esq.', 'Stands behind the name'),
	]),
];

import type { INodeProperties } from 'n8n-workflow';

import { listCountries } from '../../domain/listCountries';

/** The countries as options of a parameter. */
export const countryOptions = listCountries().map(({ code, name }) => ({ name, value: code as string }));

/** Whose numbers are written without their code; read with `readRecipient`. The credential answers where it was not added. */
export const numberCountryProperty: INodeProperties = {
	displayName: 'Country of Numbers Without Code',
	name: 'numberCountry',
	type: 'options',
	options: [{ name: 'None', value: 'none' }, ...countryOptions],
	default: 'none',
	description:
		"The country of phone numbers that do not say theirs, such as (31) 98765-4321. Without this option the credential's counts. A number that exists with and without the code is refused.",
};

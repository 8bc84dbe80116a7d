import { getCountries } from 'libphonenumber-js/max';

import { listCountries } from '../../nodes/shared/domain/listCountries';

describe('listCountries', () => {
	it('lists the countries of the numbering plan, each once', () => {
		expect(listCountries().map(({ code }) => code).sort()).toEqual([...getCountries()].sort());
	});

	it('names them as Node does in English, in the order of the names', () => {
		const names = new Intl.DisplayNames(['en'], { type: 'region' });
		const listed = listCountries();
		expect(listed).toEqual(listed.map(({ code }) => ({ code, name: names.of(code) })));
		expect(listed).toEqual([...listed].sort((one, other) => one.name.localeCompare(other.name, 'en')));
	});
});

import { getCountries } from 'libphonenumber-js/max';

import { listCountries } from '../../nodes/shared/domain/listCountries';

describe('listCountries', () => {
	it('lists the countries of the numbering plan, each once', () => {
		expect(listCountries().map(({ code }) => code).sort()).toEqual([...getCountries()].sort());
	});

	it('names them in English, in the order of the names', () => {
		const names = listCountries().map(({ name }) => name);
		expect(names).toEqual(expect.arrayContaining(['Brazil', 'Germany', 'Åland Islands']));
		expect(names.indexOf('Åland Islands')).toBeLessThan(names.indexOf('Brazil'));
		expect(names.indexOf('Brazil')).toBeLessThan(names.indexOf('Germany'));
	});
});

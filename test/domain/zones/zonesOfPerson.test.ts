import { IANAZone } from 'luxon';

import { AREA_ZONES } from '../../../nodes/shared/domain/zones/areaZones';
import { COUNTRY_ZONES } from '../../../nodes/shared/domain/zones/countryZones';
import { zonesOfPerson } from '../../../nodes/shared/domain/zones/zonesOfPerson';

describe('the time zones that a person may be in', () => {
	test.each<[string, { waId?: string; bsuid?: string }, string[]]>([
		['a country with one zone', { waId: '31612345678' }, ['Europe/Amsterdam']],
		['a country whose zones agree', { waId: '4915112345678' }, ['Europe/Berlin', 'Europe/Busingen']],
		['an area of a country with several', { waId: '5511987654321' }, ['America/Sao_Paulo']],
		['another one, an hour behind', { waId: '5565987654321' }, ['America/Manaus']],
		['an area that has an island in another zone', { waId: '5581987654321' }, ['America/Noronha', 'America/Sao_Paulo']],
		['an area of Mexico', { waId: '526641234567' }, ['America/Tijuana']],
		['an area code of North America', { waId: '12025550143' }, ['America/New_York']],
		['one of Hawaii', { waId: '18085550143' }, ['Pacific/Honolulu']],
		['one that lies in two zones', { waId: '12195550143' }, ['America/Chicago', 'America/New_York']],
		['a country behind the code of another one', { waId: '447797123456' }, ['Europe/Jersey']],
		['the number, where the user ID is known as well', { waId: '31612345678', bsuid: 'US.1349' }, ['Europe/Amsterdam']],
		['a user ID of a country with one zone', { bsuid: 'NL.1349' }, ['Europe/Amsterdam']],
		['a user ID of no country', { bsuid: 'XX.1349' }, []],
		['nobody', {}, []],
	])('%s', (_, person, zones) => {
		expect(zonesOfPerson(person)).toEqual(zones);
	});

	test('a mobile number of a country whose plan does not tell areas apart has all zones of the country', () => {
		expect(zonesOfPerson({ waId: '61412345678' })).toEqual(expect.arrayContaining(['Australia/Perth', 'Australia/Sydney']));
		expect(zonesOfPerson({ waId: '79161234567' })).toEqual(expect.arrayContaining(['Europe/Kaliningrad', 'Asia/Kamchatka']));
		expect(zonesOfPerson({ waId: '79161234567' })).not.toContain('Asia/Almaty');
	});

	test('a user ID has all zones of its country', () => {
		expect(zonesOfPerson({ bsuid: 'US.13491208655302741918' })).toEqual(expect.arrayContaining(['America/New_York', 'Pacific/Honolulu']));
	});

	test('a number that fits no country of its code has the zones of all of them', () => {
		expect(zonesOfPerson({ waId: '15550001' })).toEqual(expect.arrayContaining(['America/New_York', 'America/Toronto', 'America/Jamaica']));
	});

	test('every zone of the tables is one that the clock knows', () => {
		const zones = [...Object.keys(AREA_ZONES), ...Object.values(COUNTRY_ZONES)].flatMap((list) => list.trim().split(/\s+/));
		expect(new Set(zones).size).toBeGreaterThan(350);
		expect(zones.filter((zone) => !IANAZone.isValidZone(zone))).toEqual([]);
	});

	test('every country with numbers of its own has a zone', async () => {
		const { getCountries } = await import('libphonenumber-js/max');
		expect(getCountries().filter((country) => !COUNTRY_ZONES[country])).toEqual([]);
	});
});

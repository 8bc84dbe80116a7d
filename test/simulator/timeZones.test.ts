import { IANAZone } from 'luxon';

import { zoneOfNumber } from '../../simulator/world/zoneOfNumber';
import { ADA, openStage } from './openStage';
import type { Stage } from './openStage';

describe('where people live', () => {
	let stage: Stage;
	beforeEach(async () => {
		stage = await openStage();
	});
	afterEach(async () => await stage.close());

	const zoneOf = (waId: string) => stage.simulator.state().people.find((person) => person.waId === waId)?.timeZone;
	const post = async (person: object) => {
		const request = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(person) };
		return await fetch(`${stage.simulator.url}/_simulator/people`, request);
	};

	test.each([
		['4915112345678', 'Europe/Berlin'],
		['447700900124', 'Europe/London'],
		['9779812345678', 'Asia/Kathmandu'],
		['2348012345678', 'Africa/Lagos'],
		['12025550143', undefined],
		['5511987654321', undefined],
		['79161234567', undefined],
	])('%s lives in %s', (waId, zone) => {
		expect(zoneOfNumber(waId)).toBe(zone);
		if (zone) expect(IANAZone.isValidZone(zone)).toBe(true);
	});

	test('is said of a person, kept, and shown instead of that of the number', async () => {
		expect(zoneOf(ADA)).toBeUndefined();
		expect((await post({ phone: ADA, timeZone: 'America/Los_Angeles' })).status).toBe(200);
		expect((await post({ phone: ADA, name: 'Ada', timeZone: '' })).status).toBe(200);
		expect(zoneOf(ADA)).toBe('America/Los_Angeles');
		stage.simulator.putPerson({ waId: '4915112345678' });
		expect(zoneOf('4915112345678')).toBe('Europe/Berlin');
	});

	test('a time zone that does not exist is refused by its name', async () => {
		const answer = await post({ phone: ADA, timeZone: 'Europe/Berlim' });
		expect(answer.status).toBe(400);
		expect(await answer.text()).toContain('Europe/Berlim');
	});
});

import { openRefusalLog } from '../../nodes/WhatsAppSessionTrigger/delivery/openRefusalLog';

const NOON_MS = Date.UTC(2026, 0, 1, 12);

describe('the log of refusals', () => {
	it('has the first of a name at once, and then one line in each period, with the number of the others', () => {
		const log = openRefusalLog(1_000);
		const seen = [0, 1, 999, 1_000, 1_001, 5_000, 9_000].map((afterMs) => log.count('a', NOON_MS + afterMs));
		expect(seen).toEqual([0, undefined, undefined, 2, undefined, 1, 0]);
	});

	it('keeps names apart', () => {
		const log = openRefusalLog(1_000);
		expect([log.count('a', NOON_MS), log.count('b', NOON_MS), log.count('a', NOON_MS)]).toEqual([0, 0, undefined]);
	});

	it('is not silenced by a clock that is set back', () => {
		const log = openRefusalLog(1_000);
		log.count('a', NOON_MS);
		expect(log.count('a', NOON_MS - 3_600_000)).toBe(0);
	});

	it('forgets the oldest of very many names', () => {
		const log = openRefusalLog(1_000);
		for (let name = 0; name <= 1_000; name++) log.count(String(name), NOON_MS);
		expect([log.count('0', NOON_MS), log.count('1000', NOON_MS)]).toEqual([0, undefined]);
	});
});

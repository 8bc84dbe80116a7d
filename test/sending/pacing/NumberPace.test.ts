import fc from 'fast-check';

import type { UserIdentity } from '../../../nodes/shared/domain/Session';
import { NumberPace, type TurnWish } from '../../../nodes/shared/sending/pacing/NumberPace';
import { openNumberPace } from '../../../nodes/shared/sending/pacing/openNumberPace';
import { VirtualClock } from './VirtualClock';

const person = (index: number): UserIdentity => ({ waId: `1555010${index}` });

let clock: VirtualClock;
let pace: NumberPace;
/** When each wish got its turn, in the order in which the turns were given. */
let turns: Array<{ name: string; atMs: number; waitedMs: number }>;

beforeEach(() => {
	clock = new VirtualClock();
	pace = new NumberPace(clock);
	turns = [];
});

function wish(name: string, wanted: TurnWish) {
	const taken = pace.take(wanted).then((turn) => {
		turns.push({ name, atMs: turn.atMs, waitedMs: turn.waitedMs });
		return turn;
	});
	taken.catch(() => undefined);
	return taken;
}

/** The most turns within a second that begins at any of them. */
const mostInASecond = () => Math.max(...turns.map(({ atMs }) => turns.filter((other) => other.atMs >= atMs && other.atMs < atMs + 1000).length));

describe('the pace of a number', () => {
	it('gives 80 turns a second to as many people, first come first served', async () => {
		for (let index = 0; index < 400; index++) void wish(String(index), { person: person(index) });
		await clock.runUntil(10_000);
		expect(turns.map(({ name }) => Number(name))).toEqual(Array.from({ length: 400 }, (_, index) => index));
		expect(turns.at(-1)!.atMs).toBeGreaterThan(4_900);
		expect(turns.at(-1)!.atMs).toBeLessThanOrEqual(5_000);
		expect(mostInASecond()).toBeLessThanOrEqual(85);
	});

	it('keeps the rate also where turns are asked for one after another', async () => {
		void (async () => {
			for (let index = 0; index < 200; index++) await wish(String(index), { person: person(index) });
		})();
		await clock.runUntil(2_600);
		expect(turns).toHaveLength(200);
	});

	it('gives a person 45 messages with the first half second, and one every six seconds from then on', async () => {
		const ada = { waId: '12025550143' };
		for (let index = 0; index < 50; index++) void wish(String(index), { person: ada });
		await clock.runUntil(60_000);
		expect(turns).toHaveLength(50);
		expect(turns.filter(({ atMs }) => atMs <= 600)).toHaveLength(45);
		expect(turns.slice(45).map(({ atMs }) => Math.round(atMs / 100) / 10)).toEqual([6.5, 12.5, 18.5, 24.5, 30.5]);
	});

	it('lets others by while somebody has to wait for a person of many messages', async () => {
		const ada = { waId: '12025550143' };
		const waits: string[] = [];
		for (let index = 0; index < 46; index++) void wish(`ada ${index}`, { person: ada, onPersonWait: () => waits.push(`ada ${index}`) });
		await clock.runUntil(1_000);
		void wish('grace', { person: person(1), onPersonWait: () => waits.push('grace') });
		await clock.runUntil(1_000);
		expect(turns.at(-1)).toMatchObject({ name: 'grace', waitedMs: 0 });
		expect(waits).toEqual(expect.arrayContaining(['ada 45']));
		expect(waits).not.toContain('grace');
	});

	it.each<[string, UserIdentity, UserIdentity, UserIdentity]>([
		['first by number', { waId: '1' }, { bsuid: 'US.1' }, { waId: '1', bsuid: 'US.1' }],
		['first by user ID', { bsuid: 'US.1' }, { waId: '1' }, { waId: '1', bsuid: 'US.1' }],
		['by both at once', { waId: '1', bsuid: 'US.1' }, { bsuid: 'US.1' }, { waId: '1' }],
	])('counts a person once under all names: %s', async (_, one, other, last) => {
		for (let index = 0; index < 22; index++) void wish('one', { person: one });
		for (let index = 0; index < 22; index++) void wish('other', { person: other });
		await clock.runUntil(600);
		for (let index = 0; index < 3; index++) void wish('last', { person: last });
		await clock.runUntil(6_000);
		expect(turns).toHaveLength(45);
		await clock.runUntil(20_000);
		expect(turns).toHaveLength(47);
	});

	it('never gives a person more than Meta allows, in whatever order and under whatever names the wishes come', async () => {
		const names = fc.constantFrom<UserIdentity>({ waId: '1' }, { bsuid: 'US.1' }, { waId: '1', bsuid: 'US.1' }, { waId: '2' });
		await fc.assert(
			fc.asyncProperty(fc.array(names, { minLength: 1, maxLength: 120 }), async (list) => {
				clock = new VirtualClock();
				pace = new NumberPace(clock);
				turns = [];
				// Who is who is known from the beginning.
				void wish('1', { person: { waId: '1', bsuid: 'US.1' } });
				for (const each of list) void wish(each.waId === '2' ? '2' : '1', { person: each });
				await clock.runUntil(600_000);
				expect(turns).toHaveLength(list.length + 1);
				for (const name of ['1', '2']) {
					const mine = turns.filter((turn) => turn.name === name).map(({ atMs }) => atMs);
					mine.forEach((atMs, index) => expect(index + 1).toBeLessThanOrEqual(45 + (atMs - mine[0]!) / 6_000));
				}
			}),
			{ numRuns: 15 },
		);
	});

	it('forgets people who have rested', async () => {
		for (let index = 0; index < 200; index++) void wish('', { person: person(index) });
		await clock.runUntil(3_000);
		expect(pace.rememberedPeople).toBe(200);
		await clock.runUntil(70_000);
		void wish('', { person: person(0) });
		await clock.runUntil(70_000);
		expect(pace.rememberedPeople).toBe(1);
	});

	it('slows down once for many refusals, and comes back', async () => {
		const first = await wish('', { person: person(0) });
		await clock.runUntil(100);
		for (let index = 0; index < 20; index++) pace.slowDown(first);
		expect(pace.perSecond).toBeCloseTo(64);
		await clock.runUntil(30_000);
		expect(pace.perSecond).toBe(80);
	});

	it('lets nothing leave during a pause, and everything after it', async () => {
		pace.pause(60_000);
		for (let index = 0; index < 10; index++) void wish('', { person: person(index) });
		await clock.runUntil(59_999);
		expect(turns).toEqual([]);
		await clock.runUntil(61_000);
		expect(turns).toHaveLength(10);
	});

	it('pauses one person and nobody else', async () => {
		pace.pausePerson(person(1), 16_000);
		void wish('1', { person: person(1) });
		void wish('2', { person: person(2) });
		await clock.runUntil(15_999);
		expect(turns.map(({ name }) => name)).toEqual(['2']);
		await clock.runUntil(16_000);
		expect(turns.map(({ name }) => name)).toEqual(['2', '1']);
	});

	it('gives an unused turn to the next one at once', async () => {
		const all = Array.from({ length: 100 }, (_, index) => wish('', { person: person(index) }));
		for (const turn of all) void turn.then(({ giveBack }) => giveBack());
		await clock.runUntil(0);
		expect(turns).toHaveLength(100);
		const ada = { waId: '12025550143' };
		for (let index = 0; index < 200; index++) (await wish('', { person: ada })).giveBack();
		expect(clock.nowMs()).toBe(0);
	});

	it('lets go at once of who is stopped, and keeps no turn and no timer for it', async () => {
		const stop = new AbortController();
		const stopped = Array.from({ length: 50 }, (_, index) => wish('stopped', { person: person(index), signal: stop.signal }));
		await clock.runUntil(0);
		const given = turns.length;
		stop.abort(new Error('stopped'));
		await expect(stopped.at(-1)).rejects.toThrow('stopped');
		expect(clock.pending).toBe(0);
		void wish('next', { person: person(99) });
		await clock.runUntil(60);
		expect(turns.slice(given).map(({ name }) => name)).toEqual(['next']);
		const late = wish('late', { person: person(100), signal: stop.signal });
		await expect(late).rejects.toThrow('stopped');
	});

	it('lets go at once of who waits for a person', async () => {
		const stop = new AbortController();
		pace.pausePerson(person(1), 256_000);
		const waiting = wish('', { person: person(1), signal: stop.signal });
		await clock.runUntil(1_000);
		stop.abort(new Error('stopped'));
		await expect(waiting).rejects.toThrow('stopped');
		expect(clock.pending).toBe(0);
	});

	it('asks once what Meta has granted, keeps nobody waiting for it, and goes on where the answer is no use', async () => {
		const asked: string[] = [];
		const answers: Array<() => Promise<number | undefined>> = [
			async () => await Promise.reject(new Error('no permission')),
			async () => undefined,
			async () => NaN,
		];
		for (const answer of answers) {
			pace = new NumberPace(clock);
			await pace.learn(answer);
			expect(pace.perSecond).toBe(80);
			await wish('', { person: person(1) });
		}
		pace = new NumberPace(clock);
		const read = async () => {
			asked.push('');
			return 1000;
		};
		await Promise.all([pace.learn(read), pace.learn(read)]);
		expect(asked).toHaveLength(1);
		expect(pace.perSecond).toBe(1000);
	});

	it('asks again ten minutes after a question that failed', async () => {
		const fail = jest.fn(async () => await Promise.reject(new Error('no answer')));
		await pace.learn(fail);
		await clock.runUntil(599_999);
		await pace.learn(fail);
		expect(fail).toHaveBeenCalledTimes(1);
		await clock.runUntil(600_000);
		await pace.learn(fail);
		expect(fail).toHaveBeenCalledTimes(2);
	});

	it('holds a number for five minutes', async () => {
		pace.hold();
		expect(pace.isHeld).toBe(true);
		await clock.runUntil(300_000);
		expect(pace.isHeld).toBe(false);
	});
});

describe('openNumberPace', () => {
	it('gives one pace for a number, whoever asks, and others for other numbers and hosts', () => {
		const open = (host: string, number: string) => openNumberPace(host, number, new VirtualClock());
		expect(open('a', '1')).toBe(open('a', '1'));
		expect(open('a', '2')).not.toBe(open('a', '1'));
		expect(open('b', '1')).not.toBe(open('a', '1'));
	});

	it('gives the same one after the package was loaded anew', () => {
		const before = openNumberPace('reloaded', '1', new VirtualClock());
		jest.isolateModules(() => {
			 
			const again = require('../../../nodes/shared/sending/pacing/openNumberPace') as typeof import('../../../nodes/shared/sending/pacing/openNumberPace');
			expect(again.openNumberPace).not.toBe(openNumberPace);
			expect(again.openNumberPace('reloaded', '1', new VirtualClock())).toBe(before);
		});
	});
});

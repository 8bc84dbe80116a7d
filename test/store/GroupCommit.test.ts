import { GroupCommit } from '../../nodes/shared/store/GroupCommit';

const OUTAGE = new Error('Nothing can be done now.');

/** Work is a name; `bad` fails, `unreadable` cannot be looked at, `alone` begins a group of its own. */
function open({ isDown = false } = {}) {
	const groups: string[][] = [];
	const commits = new GroupCommit<string, string>({
		commit: async (group) => {
			groups.push(group);
			await Promise.resolve();
			if (isDown) throw OUTAGE;
			if (group.includes('bad')) throw new Error('One of them is bad.');
			return group.map((work) => `${work} is done`);
		},
		openGroup: () => {
			let count = 0;
			return (next) => {
				if (next === 'unreadable') throw new Error('It cannot be looked at.');
				return ++count === 1 || (count <= 3 && next !== 'alone');
			};
		},
		mayBeOfOne: (error) => error !== OUTAGE,
	});
	const run = (...works: string[]) => Promise.allSettled(works.map((work) => commits.run(work)));
	return { groups, run };
}

const values = (outcomes: Array<PromiseSettledResult<string>>) => outcomes.map((each) => (each.status === 'fulfilled' ? each.value : String(each.reason)));

describe('a group commit', () => {
	it('does together what arrives at one moment, in its order, as far as a group goes', async () => {
		const { groups, run } = open();
		expect(values(await run('a', 'b', 'c', 'd', 'alone', 'e'))).toEqual(['a', 'b', 'c', 'd', 'alone', 'e'].map((work) => `${work} is done`));
		expect(groups).toEqual([['a', 'b', 'c'], ['d'], ['alone', 'e']]);
	});

	it('does what comes alone alone', async () => {
		const { groups, run } = open();
		await run('a');
		await run('b');
		expect(groups).toEqual([['a'], ['b']]);
	});

	it('does one by one what fails together, so that none fails with another one', async () => {
		const { groups, run } = open();
		expect(values(await run('a', 'bad', 'b', 'c'))).toEqual(['a is done', 'Error: One of them is bad.', 'b is done', 'c is done']);
		expect(groups).toEqual([['a', 'bad', 'b'], ['a'], ['bad'], ['b'], ['c']]);
	});

	it('fails what cannot be looked at, and does what stands before and behind it', async () => {
		const { groups, run } = open();
		expect(values(await run('a', 'unreadable', 'b'))).toEqual(['a is done', 'Error: It cannot be looked at.', 'b is done']);
		expect(groups).toEqual([['a'], ['b']]);
	});

	it('repeats nothing while nothing can be done at all', async () => {
		const { groups, run } = open({ isDown: true });
		expect(values(await run('a', 'b'))).toEqual([String(OUTAGE), String(OUTAGE)]);
		expect(groups).toEqual([['a', 'b']]);
	});
});

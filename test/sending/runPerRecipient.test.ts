import { ItemsFailedError, runPerRecipient } from '../../nodes/shared/sending/runPerRecipient';

const nextTurn = async () => await new Promise<void>((resolve) => setImmediate(resolve));

describe('runPerRecipient', () => {
	it('gives the results in the order of the items', async () => {
		const slowFirst = async (itemIndex: number) => {
			for (let turn = itemIndex; turn < 5; turn += 1) await nextTurn();
			return itemIndex;
		};
		expect(await runPerRecipient(['a', 'b', 'c', 'd', 'e'], slowFirst)).toEqual([0, 1, 2, 3, 4]);
	});

	it('runs the items of one person one after another, and those of several at once', async () => {
		const begun: number[] = [];
		const ended: number[] = [];
		await runPerRecipient(['a', 'b', 'a', 'b'], async (itemIndex) => {
			begun.push(itemIndex);
			await nextTurn();
			ended.push(itemIndex);
		});
		expect(begun.slice(0, 2)).toEqual([0, 1]);
		expect(ended.indexOf(0)).toBeLessThan(begun.indexOf(2));
	});

	it('prepares 20 items at once and one more for each that has its turn, and begins 250 at the most', async () => {
		const begun: number[] = [];
		const passOns: Array<() => void> = [];
		const gate = Promise.withResolvers<void>();
		const run = runPerRecipient(people(700), async (itemIndex, passOn) => {
			begun.push(itemIndex);
			passOns.push(passOn);
			await gate.promise;
			return itemIndex;
		});
		expect(begun).toHaveLength(20);
		passOns[0]!();
		passOns[0]!();
		expect(begun).toHaveLength(21);
		for (let index = 1; index < passOns.length; index++) passOns[index]!();
		expect(begun).toHaveLength(250);
		gate.resolve();
		await nextTurn();
		for (const passOn of passOns) passOn();
		expect(await run).toEqual(Array.from({ length: 700 }, (_, index) => index));
	});

	it('runs many items of one person in no time that grows with their number', async () => {
		const order: number[] = [];
		await runPerRecipient(new Array<string>(50_000).fill('a'), async (itemIndex) => void order.push(itemIndex));
		expect(order).toEqual(Array.from({ length: 50_000 }, (_, index) => index));
	});

	const people = (length: number) => Array.from({ length }, (_, index) => `person ${index}`);
	const failureOf = async (run: Promise<unknown>) => {
		const error = await run.then(() => undefined, (reason: unknown) => reason);
		expect(error).toBeInstanceOf(ItemsFailedError);
		return error as ItemsFailedError;
	};

	it.each([0, 3, 29])('runs every other item where the one at place %i fails, and says how many are done', async (place) => {
		const ended: number[] = [];
		const run = runPerRecipient(people(30), async (itemIndex) => {
			await nextTurn();
			if (itemIndex === place) throw new Error(`item ${itemIndex}`);
			ended.push(itemIndex);
			return itemIndex;
		});
		expect(await failureOf(run)).toMatchObject({ doneCount: 29, failures: [{ itemIndex: place }] });
		expect(ended).toHaveLength(29);
	});

	it('runs a later item of the same person as well', async () => {
		const ended: number[] = [];
		const run = runPerRecipient(['a', 'a'], async (itemIndex) => {
			if (itemIndex === 0) throw new Error('first');
			ended.push(itemIndex);
		});
		await failureOf(run);
		expect(ended).toEqual([1]);
	});

	it('begins nothing after a failure that is everybody’s, waits for what is under way, and names the first failing item', async () => {
		const ended: number[] = [];
		const run = runPerRecipient(
			people(30),
			async (itemIndex) => {
				await nextTurn();
				if (itemIndex === 3 || itemIndex === 5) throw new Error(`item ${itemIndex}`);
				ended.push(itemIndex);
			},
			{ isForAll: () => true },
		);
		expect((await failureOf(run)).failures[0].itemIndex).toBe(3);
		expect(ended.length).toBeLessThan(25);
		expect(ended).toContain(9);
	});

	it('ends at once when the execution is stopped, and lets what is under way end by itself', async () => {
		const stop = new AbortController();
		const ended: number[] = [];
		const gate = Promise.withResolvers<void>();
		const run = runPerRecipient(people(3), async (itemIndex) => {
			await gate.promise;
			ended.push(itemIndex);
		}, { signal: stop.signal });
		stop.abort();
		await expect(run).rejects.toThrow();
		expect(ended).toEqual([]);
		gate.resolve();
		await nextTurn();
		expect(ended).toEqual([0, 1, 2]);
	});

	it('begins nothing once the execution is stopped, and does not end as if all was done', async () => {
		const stop = new AbortController();
		const begun: number[] = [];
		const task = async (itemIndex: number) => {
			begun.push(itemIndex);
			await nextTurn();
			stop.abort();
		};
		await expect(runPerRecipient(people(30), task, { signal: stop.signal })).rejects.toThrow();
		expect(begun.length).toBeLessThanOrEqual(20);
	});
});

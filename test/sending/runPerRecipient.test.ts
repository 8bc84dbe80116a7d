import { runPerRecipient } from '../../nodes/shared/sending/runPerRecipient';

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

	it('begins nothing after a failure, waits for what is under way, and names the first failing item', async () => {
		const ended: number[] = [];
		const recipients = Array.from({ length: 30 }, (_, index) => `person ${index}`);
		const run = runPerRecipient(recipients, async (itemIndex) => {
			await nextTurn();
			if (itemIndex === 3 || itemIndex === 5) throw new Error(`item ${itemIndex}`);
			ended.push(itemIndex);
		});
		await expect(run).rejects.toThrow('item 3');
		expect(ended.length).toBeLessThan(20);
		expect(ended).toContain(9);
	});

	it('begins nothing once the execution is stopped, and does not end as if all was done', async () => {
		const stop = new AbortController();
		const begun: number[] = [];
		const recipients = Array.from({ length: 30 }, (_, index) => `person ${index}`);
		const task = async (itemIndex: number) => {
			begun.push(itemIndex);
			await nextTurn();
			stop.abort();
		};
		await expect(runPerRecipient(recipients, task, stop.signal)).rejects.toThrow();
		expect(begun.length).toBeLessThanOrEqual(10);
	});
});

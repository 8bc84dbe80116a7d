import { createSharedWork } from '../../../nodes/shared/n8n/account/createSharedWork';

describe('createSharedWork', () => {
	/** Ten executions that begin at once; none of their work ends well. */
	async function failAll(failsForAll?: (error: unknown) => boolean) {
		const shared = createSharedWork<string>(failsForAll);
		const order: number[] = [];
		const executions = Array.from({ length: 10 }, (_, index) =>
			shared.run('numbers', async () => {
				order.push(index);
				await Promise.resolve();
				throw new Error(`no answer to ${index}`);
			}),
		);
		const outcomes = await Promise.allSettled(executions);
		return { order, reasons: outcomes.map((outcome) => (outcome as PromiseRejectedResult).reason.message as string) };
	}

	it('tells everybody the failure of its own work when all fails, and lets nobody wait for more than two others', async () => {
		const { order, reasons } = await failAll();
		expect(order.slice(0, 2)).toEqual([0, 1]);
		expect(order).toHaveLength(10);
		expect(reasons).toEqual(Array.from({ length: 10 }, (_, index) => `no answer to ${index}`));
	});

	it('does the work once when its failure would meet everybody', async () => {
		const { order, reasons } = await failAll(() => true);
		expect(order).toEqual([0]);
		expect(new Set(reasons)).toEqual(new Set(['no answer to 0']));
	});

	it('remembers nothing', async () => {
		const shared = createSharedWork<string>();
		expect(await shared.run('a', async () => 'first')).toBe('first');
		expect(await shared.run('a', async () => 'second')).toBe('second');
	});

	it('lets those who come after a detachment begin anew, and join each other', async () => {
		const shared = createSharedWork<string>();
		const { promise, resolve } = Promise.withResolvers<string>();
		const first = shared.run('a', async () => await promise);
		shared.detach('a');
		const later = [shared.run('a', async () => await promise.then(() => 'anew')), shared.run('a', async () => 'not begun')];
		resolve('first');
		expect(await Promise.all([first, ...later])).toEqual(['first', 'anew', 'anew']);
	});
});

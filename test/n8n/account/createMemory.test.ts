import { AuthorizationError } from '../../../nodes/shared/cloudApi/errors/AuthorizationError';
import { createMemory, type Memory } from '../../../nodes/shared/n8n/account/createMemory';

const NOON_MS = Date.UTC(2026, 10, 26, 12);
const LIFETIME_MS = 60_000;

describe('createMemory', () => {
	let memory: Memory<string>;
	let nowMs: number;
	beforeEach(() => {
		nowMs = NOON_MS;
		memory = createMemory<string>(LIFETIME_MS, () => nowMs);
	});

	/** A load of one execution that ends when the test says so. */
	function startLoad(answer: string, key = 'account') {
		const { promise, resolve, reject } = Promise.withResolvers<string>();
		const begin = jest.fn(async () => await promise);
		return { begin, result: memory.get(key, begin), finish: () => resolve(answer), fail: reject };
	}

	async function load(answer: string): Promise<string> {
		return await memory.get('account', async () => answer);
	}

	it.each([
		['gives what it remembers in the last millisecond of its lifetime', LIFETIME_MS - 1, 'first'],
		['loads anew at the instant the lifetime ends', LIFETIME_MS, 'second'],
	])('%s', async (_, ageMs, expected) => {
		await load('first');
		nowMs += ageMs;
		expect(await load('second')).toBe(expected);
	});

	it('counts the lifetime from when it asked, not from the answer', async () => {
		const first = startLoad('first');
		nowMs += LIFETIME_MS - 1;
		first.finish();
		await first.result;
		expect([memory.loadedAtMs('account'), memory.ageMs('account')]).toEqual([NOON_MS, LIFETIME_MS - 1]);
		nowMs += 1;
		expect(await load('second')).toBe('second');
	});

	it('lets all who ask at the same time share one load, and keeps keys apart', async () => {
		const [first, second, other] = [startLoad('first'), startLoad('second'), startLoad('other', 'another account')];
		first.finish();
		other.finish();
		expect(await Promise.all([first.result, second.result, other.result])).toEqual(['first', 'first', 'other']);
		expect(second.begin).not.toHaveBeenCalled();
	});

	it('lets one of those who waited load by itself when the first execution was stopped, and the rest wait for that one', async () => {
		const [stopped, second, third] = [startLoad('first'), startLoad('second'), startLoad('third')];
		stopped.fail(new Error('stopped'));
		second.finish();
		await expect(stopped.result).rejects.toThrow('stopped');
		expect(await Promise.all([second.result, third.result])).toEqual(['second', 'second']);
		expect(third.begin).not.toHaveBeenCalled();
		expect(await load('later')).toBe('second');
	});

	it('never gives one credential what failed for the token of another', async () => {
		const refusal = new AuthorizationError({ message: 'refused', advice: '', code: 190, retry: 'no', httpStatus: 401 });
		const [expired, good] = [startLoad('none'), startLoad('numbers')];
		expired.fail(refusal);
		good.finish();
		await expect(expired.result).rejects.toBe(refusal);
		expect(await good.result).toBe('numbers');
	});

	it('keeps nothing of a load that failed', async () => {
		const failed = startLoad('none');
		failed.fail(new Error('down'));
		await expect(failed.result).rejects.toThrow('down');
		expect([memory.loadedAtMs('account'), memory.ageMs('account')]).toEqual([undefined, Infinity]);
		expect(await load('second')).toBe('second');
	});

	it('does not give what was asked for before it was told to forget, neither to those who come then nor later', async () => {
		const stale = startLoad('stale');
		memory.forget('account');
		const fresh = startLoad('fresh');
		fresh.finish();
		expect(await fresh.result).toBe('fresh');
		stale.finish();
		expect(await stale.result).toBe('stale');
		expect(await load('later')).toBe('fresh');
	});
});

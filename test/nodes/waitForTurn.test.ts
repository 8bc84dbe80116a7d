import { setImmediate } from 'node:timers/promises';

import { waitForTurn } from '../../nodes/WhatsAppSessionTrigger/delivery/waitForTurn';

/** Waits for a turn, and says whether it has come. */
function queue(names: string[]) {
	const turn = { hasCome: false, end: () => undefined as void };
	void waitForTurn(names).then((end) => Object.assign(turn, { hasCome: true, end }));
	return turn;
}

describe('waitForTurn', () => {
	it('lets one delivery of a message begin when the other one has ended, and others at once', async () => {
		const [first, second, other] = [queue(['a', 'b']), queue(['b', 'c']), queue(['d'])];
		await setImmediate();
		expect([first.hasCome, second.hasCome, other.hasCome]).toEqual([true, false, true]);
		first.end();
		await setImmediate();
		expect(second.hasCome).toBe(true);
		second.end();
		other.end();
	});

	it('takes nobody the turn who came after a delivery that is ended twice', async () => {
		const [first, second, third] = [queue(['a']), queue(['a']), queue(['a'])];
		await setImmediate();
		first.end();
		await setImmediate();
		first.end();
		const late = queue(['a']);
		await setImmediate();
		expect([second, third, late].filter(({ hasCome }) => hasCome)).toHaveLength(1);
	});
});

import { Readable } from 'node:stream';

import { readBeginning } from '../../nodes/shared/n8n/readBeginning';

describe('readBeginning', () => {
	it('gives a short answer whole, also in pieces that cut a letter in two', async () => {
		const [first, second] = [Buffer.from('né').subarray(0, 2), Buffer.from('né').subarray(2)];
		expect(await readBeginning(Readable.from([first, second]), 100)).toBe('né');
		expect(await readBeginning(null, 100)).toBe('');
	});

	it.each([9, 10, 11])('gives the first %i bytes of an endless one, and closes it', async (mostBytes) => {
		let pieces = 0;
		const endless = new Readable({ read() { pieces += 1; this.push(Buffer.from('12345')); }, highWaterMark: 1 });
		expect(await readBeginning(endless, mostBytes)).toBe('123451234512345'.slice(0, mostBytes));
		expect(endless.destroyed).toBe(true);
		expect(pieces).toBeLessThan(10);
	});

	it('fails as reading fails', async () => {
		const broken = new Readable({ read() { this.destroy(new Error('broken')); } });
		await expect(readBeginning(broken, 10)).rejects.toThrow('broken');
	});
});

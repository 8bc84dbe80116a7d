import { whenCalled } from '../../nodes/shared/n8n/whenCalled';

describe('whenCalled', () => {
	it('looks for the work at the call and not before, and calls it as its own', async () => {
		let looks = 0;
		const greet = async function (this: { name: string }, word: string) {
			return await Promise.resolve(`${word}, ${this.name}`);
		};
		const lazy = whenCalled(() => {
			looks += 1;
			return greet;
		});
		expect(looks).toBe(0);
		await expect(lazy.call({ name: 'Ada' }, 'Hello')).resolves.toBe('Hello, Ada');
		expect(looks).toBe(1);
	});

	it('rejects with what the work rejects with', async () => {
		const failure = new Error('no');
		await expect(whenCalled(() => async () => await Promise.reject(failure))()).rejects.toBe(failure);
	});
});

import { openPostgresStore } from '../../nodes/shared/store/postgres/openPostgresStore';
import { SessionStoreError } from '../../nodes/shared/store/SessionStoreError';
import { startPostgres, type Postgres } from '../support/startPostgres';

// Named so that jest lets the factory use it.
let mockIsBroken = false;
jest.mock('pg', () => {
	if (mockIsBroken) throw Object.assign(new Error('EMFILE: too many open files, open pg/lib/index.js'), { code: 'EMFILE' });
	return jest.requireActual<object>('pg');
});

describe('the driver of Postgres', () => {
	let postgres: Postgres;
	beforeAll(async () => {
		postgres = await startPostgres();
	});
	afterAll(() => postgres.stop());

	it('is loaded anew at the next use when it could not be loaded', async () => {
		const store = openPostgresStore({ url: postgres.url });
		const find = () => store.findSessions([{ phoneNumberId: '1', user: { waId: '2' } }]);
		mockIsBroken = true;
		await expect(find()).rejects.toThrow(SessionStoreError);
		await expect(find()).rejects.toThrow('cannot be used');
		mockIsBroken = false;
		expect(await find()).toEqual([undefined]);
		await store.close();
	});
});

import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Store } from '../../../nodes/shared/store/Store.ts';
import { projectFolder } from '../../n8n/projectFolder.ts';
import { sampleCustomer } from '../check/sampleCustomer.ts';
import { PHONE_NUMBER_ID } from '../load/toWebhook.ts';

interface Modules {
	canonicalWaId: (digits: string) => string;
	openStore: (config: { kind: 'embedded'; path: string }) => Store;
}

function loadModules(): Modules {
	const shared = join(projectFolder(), 'dist', 'nodes', 'shared');
	const require = createRequire(join(shared, 'store', 'openStore.js'));
	return {
		...(require('../domain/canonicalWaId.js') as Pick<Modules, 'canonicalWaId'>),
		...(require('./openStore.js') as Pick<Modules, 'openStore'>),
	};
}

/**
 * Makes sure that the trigger has recorded everybody who wrote.
 *
 * @param path - SQLite file of the store; n8n must have ended
 * @throws {Error} when there are people without a customer service window
 */
export async function expectRecorded(path: string, writers: ReadonlySet<number>): Promise<void> {
	const { canonicalWaId, openStore } = loadModules();
	const store = openStore({ kind: 'embedded', path });
	const users = [...writers].map((customer) => ({ waId: canonicalWaId(sampleCustomer(customer).waId) }));
	const sessions = await store.findSessions(users.map((user) => ({ phoneNumberId: PHONE_NUMBER_ID, user })));
	await store.close();
	const missing = users.filter((_, index) => sessions[index]?.lastInboundAtMs === undefined);
	if (missing.length === 0 && users.length > 0) return;
	throw new Error(`Of ${users.length} people who wrote, ${missing.length} have no customer service window on record.`);
}

import { createRequire } from 'node:module';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setImmediate as giveWay } from 'node:timers/promises';
import type { Store } from '../../../nodes/shared/store/Store.ts';
import { projectFolder } from '../../n8n/projectFolder.ts';
import { PHONE_NUMBER_ID } from './orderItems.ts';
import { sampleCustomer } from './sampleCustomer.ts';

const ROWS_AT_ONCE = 20_000;

interface Modules {
	canonicalWaId: (digits: string) => string;
	openStore: (config: { kind: 'embedded'; path: string }) => Store;
}

function loadModules(): Modules {
	const require = createRequire(import.meta.url);
	const shared = join(projectFolder(), 'dist', 'nodes', 'shared');
	return {
		...(require(join(shared, 'domain', 'canonicalWaId.js')) as Pick<Modules, 'canonicalWaId'>),
		...(require(join(shared, 'store', 'openStore.js')) as Pick<Modules, 'openStore'>),
	};
}

/** Adds the sessions in one transaction, and gives way now and then, so that Ctrl-C is heard. */
async function insertSessions(path: string, sessions: number, { canonicalWaId }: Modules, signal: AbortSignal) {
	const nowMs = Date.now();
	const database = new DatabaseSync(path);
	const insert = database.prepare('INSERT INTO sessions (phone_number_id, wa_id, last_inbound_at_ms) VALUES (?, ?, ?)');
	database.exec('BEGIN IMMEDIATE');
	for (let index = 0; index < sessions; index++) {
		const { waId, lastInboundAgoMs } = sampleCustomer(index);
		insert.run(PHONE_NUMBER_ID, canonicalWaId(waId), Math.trunc(nowMs - lastInboundAgoMs));
		if (index % ROWS_AT_ONCE === 0) await giveWay(undefined, { signal });
	}
	database.exec('COMMIT');
	database.close();
}

/**
 * Makes an embedded store with so many sessions.
 *
 * The pack's own store makes the file and is asked for one of them afterwards; in between the rows go in directly,
 * because a million webhooks would take longer than the measurement.
 *
 * @param path - where the SQLite file is to be
 */
export async function fillStore(path: string, sessions: number, signal: AbortSignal): Promise<void> {
	const modules = loadModules();
	await modules.openStore({ kind: 'embedded', path }).close();
	await insertSessions(path, sessions, modules, signal);

	const store = modules.openStore({ kind: 'embedded', path });
	const user = { waId: modules.canonicalWaId(sampleCustomer(sessions - 1).waId) };
	const [found] = await store.findSessions([{ phoneNumberId: PHONE_NUMBER_ID, user }]);
	await store.close();
	if (found?.lastInboundAtMs === undefined) throw new Error(`The store ${path} was not filled as the pack reads it.`);
}

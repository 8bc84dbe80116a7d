import { createRequire } from 'node:module';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Store } from '../../../nodes/shared/store/Store.ts';
import { projectFolder } from '../../n8n/projectFolder.ts';
import { PHONE_NUMBER_ID } from './orderItems.ts';
import { sampleCredential } from './sampleCredential.ts';
import { COUNTRIES, sampleCustomer, toLastInboundSql, toNumberSql } from './sampleCustomer.ts';

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

/** Every third person has agreed to marketing, and every seventh of those has taken it back. */
const CONSENT = `
	SELECT 'optedIn' AS state, 1000 AS at_ms, wa_id FROM sessions WHERE session_id % 3 = 0
	UNION ALL SELECT 'optedOut', 2000, wa_id FROM sessions WHERE session_id % 21 = 0`;

function insertRows(path: string, sessions: number, { canonicalWaId }: Modules): void {
	const database = new DatabaseSync(path);
	database.exec('BEGIN IMMEDIATE');
	const prefixes = COUNTRIES.map(([prefix], index) => canonicalWaId(sampleCustomer(index).waId).slice(0, prefix.length - lengthLost(index, canonicalWaId)));
	database.exec(`
		WITH RECURSIVE series (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM series WHERE n < ${sessions - 1})
		INSERT INTO sessions (phone_number_id, wa_id, last_inbound_at_ms)
		SELECT '${PHONE_NUMBER_ID}', ${toNumberSql(prefixes)}, ${toLastInboundSql(Date.now())} FROM series;
		INSERT INTO consent_entries (business_account_id, wa_id, category, state, at_ms, source, evidence)
		SELECT '${sampleCredential('').businessAccountId}', wa_id, 'marketing', state, at_ms, 'form', '' FROM (${CONSENT});
		COMMIT`);
	database.close();
}

/** How many digits the canonical spelling is shorter than WhatsApp's. */
function lengthLost(index: number, canonicalWaId: Modules['canonicalWaId']): number {
	const { waId } = sampleCustomer(index);
	return waId.length - canonicalWaId(waId).length;
}

/**
 * Makes an embedded store with so many sessions, and with what a third of the people have said about marketing.
 *
 * The pack's own store makes the file and is asked for one of them afterwards; in between the rows are made inside the database,
 * because a million webhooks would take longer than the measurement.
 *
 * @param path - where the SQLite file is to be
 */
export async function fillStore(path: string, sessions: number, signal: AbortSignal): Promise<void> {
	signal.throwIfAborted();
	const modules = loadModules();
	await modules.openStore({ kind: 'embedded', path }).close();
	insertRows(path, sessions, modules);

	const store = modules.openStore({ kind: 'embedded', path });
	const last = sampleCustomer(sessions - 1);
	const user = { waId: modules.canonicalWaId(last.waId) };
	const [found] = await store.findSessions([{ phoneNumberId: PHONE_NUMBER_ID, user }]);
	await store.close();
	if (found?.lastInboundAtMs === undefined) throw new Error(`The store ${path} was not filled as the pack reads it.`);
}

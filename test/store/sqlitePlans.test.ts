import { mkdtempSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openSqliteStore } from '../../nodes/shared/store/sqlite/openSqliteStore';
import { SQLITE_STATEMENTS } from '../../nodes/shared/store/sqlite/sqliteStatements';
import { NOON_MS } from './instants';

const folder = mkdtempSync(join(tmpdir(), 'whatsapp-session-plans-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const HOURS = [0, NOON_MS, 0, 0, NOON_MS, NOON_MS];
const NAMES = JSON.stringify([{ bsuid: 'US.1', wa_id: '1', until_ms: NOON_MS }]);

describe('the statements about lists of people and about one person, in SQLite', () => {
	it.each([
		['listSessionsOldestFirst', ['["1"]', 0, -1, NOON_MS, 10]],
		['listSessionsNewestFirst', ['["1"]', NOON_MS, -1, 0, 10]],
		['countOwnedElsewhere', ['["1"]', NOON_MS]],
		['listConsentHolders', ['1', 0, '["marketing"]', 10]],
		['findLinkedNames', ['1', NAMES]],
		['findContactSessions', ['["1"]', NAMES]],
		['findContactConsent', ['1', NAMES]],
		['findContactSends', ['["1"]', NAMES]],
		['findContactRenamings', ['1', NAMES]],
		['findContactOutbox', ['["1"]', NAMES]],
		['findOutboxOfPerson', ['1', '1', NAMES, NOON_MS]],
		['hasKept', ['1', NOON_MS]],
		['findKeptPeople', ['1', NOON_MS, 0, 10]],
		['findForgottenOptOuts', ['1', '["digest"]']],
		['findConsent', ['1', NAMES]],
		['findConsentOfNames', ['1', '[[0,"US.1","1"]]']],
		['findContactGatherings', ['["1"]', NAMES]],
		['findGatherings', ['trigger', '[{"phone_number_id":"1","bsuid":"US.1","wa_id":"1"}]']],
		['findOutboxByKey', ['["key"]']],
		['addGivenUp', ['trigger', 'givenUp', '1', '["1"]', 0, NOON_MS, 50, NOON_MS]],
		['findStoreEvents', ['trigger', 'givenUp', '["key"]']],
		['claimStoreEvents', ['trigger', 'givenUp', NOON_MS, NOON_MS, 50]],
		['removeStoreEvents', ['givenUp', '["key"]']],
		['claimGatherings', ['trigger', NOON_MS, NOON_MS, 50]],
		['recordUsage', ['[]']],
		['countUsage', ['["1"]', ...HOURS]],
		['countCharges', ['1', ...HOURS, ...HOURS, 0, NOON_MS]],
		['pruneUsageCounts', [NOON_MS, 500]],
		['findSessions', ['[["1","US.1","1"]]']],
		['findSessionsOfPeople', ['[["1","US.1","1"]]']],
	] as const)('%s reads no table from end to end', async (statement, parameters) => {
		const path = join(folder, `${statement}.sqlite`);
		await openSqliteStore({ path }).close();
		const database = new DatabaseSync(path, { readOnly: true });
		const plan = database.prepare(`EXPLAIN QUERY PLAN ${SQLITE_STATEMENTS[statement]}`).all(...parameters) as Array<{ detail: string }>;
		database.close();
		const scans = plan.map(({ detail }) => detail).filter((detail) => /^SCAN (?!json_each|wanted|names|found|\d+ CONSTANT|CONSTANT|.* VIRTUAL TABLE)/.test(detail));
		expect(scans).toEqual([]);
		if (statement.startsWith('listSessions')) {
			expect(plan.map(({ detail }) => detail)).toContainEqual(expect.stringMatching(/^SEARCH sessions USING (COVERING )?INDEX sessions_by_last_inbound/));
			expect(plan.map(({ detail }) => detail).filter((detail) => detail.includes('TEMP B-TREE'))).toEqual([]);
		}
	});
});

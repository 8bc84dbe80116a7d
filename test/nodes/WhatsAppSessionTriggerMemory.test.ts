import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { measureHeap } from '../../scripts/bench/memory/measureHeap';

// `npm run bench -- memory` takes 100,000.
const REQUESTS = 4000;
const MOST_GROWTH_BYTES = 2_000_000;

describe("the trigger's memory", () => {
	it('stays flat over thousands of requests: new, repeated, forged, deeply nested, of wrong types', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'whatsapp-session-memory-'));
		const { executions, failures, heap } = await measureHeap(folder, REQUESTS);
		expect(executions).toBeGreaterThan(REQUESTS / 5);
		expect(failures).toBe(0);
		const [first, last] = heap;
		expect(last - first).toBeLessThan(MOST_GROWTH_BYTES);
	}, 240_000);
});

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { measureUpload } from '../../scripts/bench/upload/measureUpload';

const MEGABYTE = 1024 * 1024;
const DOCUMENT_BYTES = 100 * MEGABYTE;
const MOST_EXTRA_BYTES = 64 * MEGABYTE;
const MOST_FORM_BYTES = 1024;

describe('the largest document that WhatsApp takes', () => {
	it('goes up from the files that n8n keeps, with its length in front, and within 64 MB of extra memory', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'whatsapp-session-upload-'));
		const { before, most, announcedBytes, receivedBytes } = await measureUpload(folder, DOCUMENT_BYTES);
		expect(receivedBytes).toBeGreaterThan(DOCUMENT_BYTES);
		expect(receivedBytes).toBeLessThan(DOCUMENT_BYTES + MOST_FORM_BYTES);
		expect(announcedBytes).toBe(receivedBytes);
		expect(most.rss - before.rss).toBeLessThan(MOST_EXTRA_BYTES);
	}, 120_000);
});

import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Makes one folder for everything that the tests write, before the first worker starts; `removeTestFolder` takes it away.
 *
 * n8n-core would otherwise write into the home folder of whoever runs the tests.
 */
export default function makeTestFolder(): void {
	const folder = mkdtempSync(join(tmpdir(), 'whatsapp-session-test-'));
	// As root, Postgres runs as another user, who has to reach its data in here.
	chmodSync(folder, 0o755);
	process.env.TMPDIR = folder;
	process.env.N8N_USER_FOLDER = folder;
	process.env.N8N_ENCRYPTION_KEY = 'test';
}

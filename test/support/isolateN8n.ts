import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Before the first import of n8n-core, which otherwise writes into the home folder of whoever runs the tests.
process.env.N8N_USER_FOLDER = mkdtempSync(join(tmpdir(), 'whatsapp-session-test-'));
process.env.N8N_ENCRYPTION_KEY = 'test';

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { findN8n } from '../../scripts/n8n/findN8n';

const COMPOSE = readFileSync(join(__dirname, '../../docs/queue-mode/compose.yaml'), 'utf8');

/** Where n8n reads its variables. */
const READERS = ['@n8n/config/dist', 'n8n/dist/commands', 'n8n/dist/services', 'n8n/dist/modules/community-packages'];

describe('docs/queue-mode/compose.yaml', () => {
	it('sets only variables that n8n reads', () => {
		const packages = join(findN8n().folder, 'node_modules');
		const readers = READERS.flatMap((folder) =>
			readdirSync(join(packages, folder), { recursive: true, encoding: 'utf8' })
				.filter((path) => path.endsWith('.js'))
				.map((path) => readFileSync(join(packages, folder, path), 'utf8')),
		).join('\n');
		const names = [...COMPOSE.matchAll(/ ((?:DB|N8N|QUEUE|EXECUTIONS|WEBHOOK)_\w+): /g)].map((match) => (match[1] ?? '').replace(/_FILE$/, ''));
		expect(names.length).toBeGreaterThan(15);
		expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(readers))).toEqual([]);
	});
});

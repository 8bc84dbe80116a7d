import { rmSync } from 'node:fs';
import { basename } from 'node:path';

/** Takes the folder of `makeTestFolder` away. */
export default function removeTestFolder(): void {
	const folder = process.env.TMPDIR ?? '';
	if (basename(folder).startsWith('whatsapp-session-test-')) rmSync(folder, { recursive: true, force: true });
}

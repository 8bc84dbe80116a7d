import { createRequire } from 'node:module';

import type { INode } from 'n8n-workflow';

import { InvalidInputError } from '../../shared/domain/InvalidInputError';
import { toNodeError } from '../../shared/n8n/items/toNodeError';

/** The first n8n that puts out what a waiting node is continued with on every output; those before it lose all but the first one. */
const FIRST_VERSION = [2, 39];

/**
 * Refuses to ask where n8n would lose the answer.
 *
 * @throws {NodeOperationError} on n8n 2.38 and older
 */
export function requireResumingN8n(node: INode): void {
	if (!isOlder(readVersion())) return;
	const problem = new InvalidInputError(
		'Operation',
		"'Send and Wait for Answer' needs n8n 2.39 or newer, and this n8n is older: it would lose the answer. So nothing was sent.",
		"Update n8n, or choose the operation 'Send': the answer starts the workflow of the trigger.",
	);
	throw toNodeError(node, problem);
}

/** Read when it is needed: an n8n that does not show it any more is no old one, and its sends have to load. */
function readVersion(): string {
	try {
		return (createRequire(__filename)('n8n-workflow/package.json') as { version: string }).version;
	} catch {
		return 'unknown';
	}
}

/** n8n-workflow has the major and the minor version of the n8n that brings it, in n8n 2; in n8n 1 a smaller one. */
function isOlder(version: string): boolean {
	const [major = 0, minor = 0] = version.split('.').map(Number);
	const [firstMajor = 0, firstMinor = 0] = FIRST_VERSION;
	return major < firstMajor || (major === firstMajor && minor < firstMinor);
}

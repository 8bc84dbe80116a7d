import type { Engine } from '../Engine.ts';
import { verifyCallback } from '../webhooks/verifyCallback.ts';
import { GraphError } from './GraphError.ts';

/**
 * Asks an address for the challenge, as Meta does before it takes one.
 *
 * @throws {GraphError} 2200 when it does not answer with it
 */
export async function requireVerified({ ids }: Engine, callbackUrl: string, verifyToken: string): Promise<void> {
	const problem = await verifyCallback({ callbackUrl, verifyToken, challenge: ids.challenge() });
	if (!problem) return;
	const message = `(#2200) Callback verification failed with the following errors: ${problem}`;
	throw new GraphError(2200, { message });
}

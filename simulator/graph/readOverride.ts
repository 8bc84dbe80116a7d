import type { Engine } from '../Engine.ts';
import { GraphError } from './GraphError.ts';
import { requireVerified } from './requireVerified.ts';

const OVERRIDE_CHARACTERS = 200;

/**
 * The verified address of an override.
 *
 * @throws {GraphError} 100 when one of the two is missing or the address is longer than 200 characters, 2200 when it is not verified
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/override (read 2026-06)
 */
export async function readOverride(engine: Engine, callbackUrl: unknown, verifyToken: unknown): Promise<string> {
	if (typeof callbackUrl !== 'string' || typeof verifyToken !== 'string' || verifyToken === '') {
		throw new GraphError(100, {
			message: '(#100) The parameters override_callback_uri and verify_token are required together.',
		});
	}
	if (callbackUrl.length > OVERRIDE_CHARACTERS) {
		const message = `(#100) Param override_callback_uri must be at most ${OVERRIDE_CHARACTERS} characters long.`;
		throw new GraphError(100, { message });
	}
	await requireVerified(engine, callbackUrl, verifyToken);
	return callbackUrl;
}

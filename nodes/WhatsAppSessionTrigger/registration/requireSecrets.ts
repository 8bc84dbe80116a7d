import type { IHookFunctions } from 'n8n-workflow';

import { InvalidInputError } from '../../shared/domain/InvalidInputError';
import { readCredentials } from '../../shared/n8n/account/readCredentials';
import { openStore } from '../../shared/store/openStore';
import { SHORTEST_SECRET } from '../../shared/webhook/verifySecret';
import { toRegistrationError } from './toRegistrationError';

/**
 * Refuses to start a trigger that could never accept a webhook, while the builder is still looking.
 *
 * @throws {NodeOperationError} when the credential has nothing that webhooks could be verified by, or the store cannot be opened
 */
export async function requireSecrets(context: IHookFunctions): Promise<void> {
	const check = async () => {
		const { appSecrets, provider, store, verifyToken, webhookSecret } = await readCredentials(context);
		if (webhookSecret === '') throw missing('Webhook Secret', `Enter at least ${SHORTEST_SECRET} characters of your own choice.`);
		if (webhookSecret === undefined && appSecrets.length === 0) throw missing('App Secret', 'From App Settings > Basic in the Meta console.');
		if (provider === 'meta' && verifyToken === '') throw missing('Verify Token', 'Enter any text of your own.');
		await openStore(store).findSessions([]);
	};
	await check().catch((error: unknown) => {
		throw toRegistrationError(context.getNode(), error);
	});
}

function missing(parameter: string, advice: string): InvalidInputError {
	return new InvalidInputError(
		parameter,
		`The credential has no '${parameter}', so every webhook would be refused.`,
		`Open the credential and set it. ${advice}`,
	);
}

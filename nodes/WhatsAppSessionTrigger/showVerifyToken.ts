import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';

import { InvalidInputError } from '../shared/domain/InvalidInputError';
import { readCredentials } from '../shared/n8n/account/readCredentials';
import { toNodeError } from '../shared/n8n/items/toNodeError';
import { SECRET_HEADER } from '../shared/webhook/verifySecret';
import { SHOWN } from './shownValue';

/**
 * Shows the verify token of the credential in the node, for pasting into the Meta console; of another provider, the header and its secret. What is
 * kept of it is no secret.
 */
export async function showVerifyToken(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const { verifyToken, webhookSecret } = await readCredentials(this);
	const [field, shown] = webhookSecret === undefined ? ['Verify Token', verifyToken] : ['Webhook Secret', webhookSecret && `${SECRET_HEADER}: ${webhookSecret}`];
	if (shown === '') {
		const missing = new InvalidInputError(
			field,
			`The credential has no '${field}'.`,
			`Open the credential and enter any text of your own as its ${field.toLowerCase()}.`,
		);
		throw toNodeError(this.getNode(), missing);
	}
	return [{ name: shown, value: SHOWN }];
}

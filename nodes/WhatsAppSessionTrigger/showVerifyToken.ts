import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { InvalidInputError } from '../shared/domain/InvalidInputError';
import { readCredentials } from '../shared/n8n/account/readCredentials';
import { toNodeError } from '../shared/n8n/items/toNodeError';

/** Shows the verify token of the credential in the node, for pasting into the Meta console. */
export async function showVerifyToken(this: ILoadOptionsFunctions): Promise<INodeListSearchResult> {
	const { verifyToken } = await readCredentials(this);
	if (verifyToken === '') {
		const missing = new InvalidInputError(
			'Verify Token',
			"The credential has no 'Verify Token'.",
			'Open the credential and enter any text of your own as its verify token.',
		);
		throw toNodeError(this.getNode(), missing, 0);
	}
	return { results: [{ name: verifyToken, value: verifyToken }] };
}

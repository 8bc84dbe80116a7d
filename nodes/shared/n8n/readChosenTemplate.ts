import type { ILoadOptionsFunctions } from 'n8n-workflow';

import type { MessageTemplate } from '../cloudApi/MessageTemplate';
import { findTemplate, toTemplateChoice } from './findTemplate';
import { openAccount } from './openAccount';
import { toNodeError } from './toNodeError';

/**
 * Gives the template that is chosen in the node that the builder is editing.
 *
 * @throws {NodeOperationError} when none is chosen, or the account does not have it
 */
export async function readChosenTemplate(context: ILoadOptionsFunctions): Promise<MessageTemplate> {
	const read = (name: string) => context.getCurrentNodeParameter(name, { extractValue: true });
	return await openAccount(context)
		.then((account) => findTemplate(account, toTemplateChoice(read)))
		.catch((error: unknown) => {
			throw toNodeError(context.getNode(), error, 0);
		});
}

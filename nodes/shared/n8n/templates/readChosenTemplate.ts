import type { ILoadOptionsFunctions } from 'n8n-workflow';

import type { MessageTemplate } from '../../cloudApi/templates/MessageTemplate';
import { findTemplate, toTemplateChoice } from './findTemplate';
import { openAccount } from '../account/openAccount';
import { toNodeError } from '../items/toNodeError';

/**
 * Gives the template that is chosen in the node that the builder is editing.
 *
 * @returns undefined while none is chosen
 * @throws {NodeOperationError} when the account does not have it
 */
export async function readChosenTemplate(context: ILoadOptionsFunctions): Promise<MessageTemplate | undefined> {
	// With it n8n refuses what the node does not have, as an option that other nodes have.
	const read = (name: string) => context.getCurrentNodeParameter(name, name === 'template' ? { extractValue: true } : undefined);
	const choice = toTemplateChoice(read);
	if (choice === undefined) return undefined;
	return await openAccount(context)
		.then((account) => findTemplate(account, choice))
		.catch((error: unknown) => {
			throw toNodeError(context.getNode(), error);
		});
}

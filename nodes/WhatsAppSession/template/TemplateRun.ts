import type { IExecuteFunctions } from 'n8n-workflow';

import type { ListedTemplate, TemplateAdmin } from '../../shared/cloudApi/templates/TemplateAdmin';
import type { ParameterReader } from '../../shared/n8n/parameters/createParameterReader';
import type { Account } from '../../shared/n8n/account/openAccount';

/** What the operations on templates work with during one run. */
export interface TemplateRun {
	context: IExecuteFunctions;
	account: Account;
	admin: TemplateAdmin;
	read: ParameterReader;
	/** Every template of the account as it is now; asked for once, and again after {@link forget}. */
	list(): Promise<ListedTemplate[]>;
	/**
	 * Finds the template that an item is about, in any state.
	 *
	 * @throws {InvalidInputError} when none was chosen, or the account does not have it
	 */
	find(itemIndex: number): Promise<ListedTemplate>;
	/** Makes the next question about templates go to Meta, here and in the nodes that send: something has changed. */
	forget(): void;
}

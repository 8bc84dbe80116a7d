import type { IExecuteFunctions } from 'n8n-workflow';

import { createTemplateAdmin } from '../../shared/cloudApi/templates/createTemplateAdmin';
import type { ListedTemplate } from '../../shared/cloudApi/templates/TemplateAdmin';
import { InvalidInputError } from '../../shared/domain/InvalidInputError';
import { createGraphTransport } from '../../shared/n8n/account/createGraphTransport';
import { createParameterReader } from '../../shared/n8n/parameters/createParameterReader';
import { findTemplate, toTemplateChoice } from '../../shared/n8n/templates/findTemplate';
import { openAccount } from '../../shared/n8n/account/openAccount';
import type { TemplateRun } from './TemplateRun';

/**
 * Opens what the operations on templates work with.
 *
 * @throws {InvalidInputError} when the credential is incomplete
 */
export async function openTemplateRun(context: IExecuteFunctions): Promise<TemplateRun> {
	const account = await openAccount(context);
	const { accessToken, appId, appSecrets, businessAccountId, graph } = account.credentials;
	const keys = { appId, appSecret: appSecrets[0] ?? '', accessToken };
	const admin = createTemplateAdmin(createGraphTransport(context, graph, keys));
	const read = createParameterReader(context);
	let listed: Promise<ListedTemplate[]> | undefined;
	const list = async () => await (listed ??= admin.listTemplates(businessAccountId));
	const listTemplates = async () => (await list()).map(({ template }) => template);
	return {
		context,
		account,
		admin,
		read,
		list,
		async find(itemIndex) {
			const choice = toTemplateChoice((name) => (name.startsWith('options.') ? '' : read(name, itemIndex, '')));
			if (choice === undefined) throw noChoice();
			const { id } = await findTemplate({ listTemplates }, choice);
			return (await list()).find(({ template }) => template.id === id) as ListedTemplate;
		},
		forget() {
			listed = undefined;
			account.forgetTemplates();
		},
	};
}

function noChoice(): InvalidInputError {
	return new InvalidInputError(
		'Template',
		'No template is chosen.',
		"Pick one from the list in 'Template', or give both 'Template Name' and 'Template Language'.",
	);
}

import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { NodeHelpers, type INodeParameters, type INodeProperties, type INodePropertyOptions } from 'n8n-workflow';

import { WhatsAppSession } from '../../nodes/WhatsAppSession/WhatsAppSession.node';

const { description } = new WhatsAppSession();
const { properties } = description;
const optionsOf = (property: INodeProperties | undefined) => (property?.options ?? []) as INodePropertyOptions[];
const operationsOf = (resource: string) =>
	optionsOf(properties.find(({ name, displayOptions }) => name === 'operation' && displayOptions?.show?.resource?.includes(resource))).map(({ value }) => String(value));
const resources = optionsOf(properties.find(({ name }) => name === 'resource')).map(({ value }) => String(value));

/** The labels that the editor shows, from the top. */
function shown(parameters: INodeParameters): string[] {
	const node = { typeVersion: 1 };
	const values = NodeHelpers.getNodeParameters(properties, parameters, true, true, node, description) ?? {};
	return properties.filter((property) => NodeHelpers.displayParameter(values, property, node, description)).map(({ displayName }) => displayName);
}

describe('the form of WhatsApp Session', () => {
	it.each([
		['session', 'get', ['Business Phone Number', 'Recipient', 'Options']],
		['session', 'getAll', ['Window', 'Business Phone Number', 'Return All', 'Limit', 'Filters']],
		['session', 'recordInbound', ['Business Phone Number', 'Recipient', 'When', 'Options']],
		['session', 'close', ['Business Phone Number', 'Recipient', 'Options']],
		['consent', 'optIn', ['Recipient', 'Kind', 'Source', 'Evidence', 'Options']],
		['consent', 'optOut', ['Recipient', 'Kind', 'Source', 'Evidence', 'Options']],
		['consent', 'get', ['Recipient', 'Options']],
		['consent', 'getAll', ['Kind', 'State', 'Return All', 'Limit', 'Filters']],
		['consent', 'import', ['Recipient', 'Kind', 'State', 'When', 'Source', 'Evidence', 'Wording', 'Options']],
		['contact', 'export', ['Recipient', 'Options']],
		['contact', 'forget', ['Recipient', 'Options']],
		['conversation', 'giveBack', ['Business Phone Number', 'Recipient', 'Options']],
		['conversation', 'takeOver', ['Business Phone Number', 'Recipient', 'Take-Over Ends', 'Take-Over Lasts (Hours)', 'Options']],
		['thread', 'pass', ['Business Phone Number', 'Recipient', 'Target Role', 'Options']],
		['thread', 'release', ['Business Phone Number', 'Recipient', 'Options']],
		['thread', 'take', ['Business Phone Number', 'Recipient', 'Options']],
		['usage', 'get', ['Business Phone Number', 'Month', 'Options']],
	])('shows for %s > %s what is needed and nothing else', (resource, operation, labels) => {
		expect(shown({ resource, operation })).toEqual(['Resource', 'Operation', ...labels]);
	});

	it('asks for the name of a topic alone', () => {
		expect(shown({ resource: 'consent', operation: 'optIn', kind: 'topic' })).toContain('Topic');
	});

	it.each(resources)('has a schema for what each operation on %s gives', (resource) => {
		const folder = join(__dirname, '../../nodes/WhatsAppSession/__schema__/v1.0.0', resource);
		expect(readdirSync(folder).sort()).toEqual(operationsOf(resource).map((operation) => `${operation}.json`).sort());
	});
});

import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { SendFreeForm } from '../../nodes/SendFreeForm/SendFreeForm.node';
import { WhatsAppSession } from '../../nodes/WhatsAppSession/WhatsAppSession.node';
import { WhatsAppSessionTrigger } from '../../nodes/WhatsAppSessionTrigger/WhatsAppSessionTrigger.node';
import { BUSINESS_ACCOUNT_ID, PHONE_NUMBER_ID, toItems } from '../support/openStage';
import { ADA, byName, openTemplateStage, toBinary, type TemplateStage } from '../support/openTemplateStage';
import { postWebhook } from '../support/postWebhook';
import { runNode } from '../support/runNode';
import { runTrigger } from '../support/runTrigger';
import { toWebhook } from '../support/toWebhook';

/** What every object of JavaScript has, so that who looks there finds what nobody put there. */
const NAMES = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'];

let stage: TemplateStage;
beforeEach(async () => void (stage = await openTemplateStage()));
afterEach(async () => {
	await stage.close();
	expect(Object.keys(Object.prototype)).toEqual([]);
});

describe.each(NAMES)('the name %s', (name) => {
	it('is the name of no file of an item', async () => {
		await stage.wrote(ADA, 60_000);
		const { outputs, error } = await runNode({
			node: new SendFreeForm(),
			credential: stage.credential,
			parameters: { messageType: 'document', media: name },
			items: [{ json: { recipient: ADA, phoneNumberId: PHONE_NUMBER_ID }, binary: { data: toBinary('a receipt') } }],
		});
		expect(outputs).toEqual([]);
		expect(error?.message).toMatch(new RegExp(`no file of the item has this name: ${name}`));
	});

	it('is the name of a variable like any other, by form and by Values (JSON)', async () => {
		stage.simulator.putTemplate({ name: 'odd', parameter_format: 'NAMED', components: [{ type: 'BODY', text: `Hello {{${name}}}, welcome.` }] });
		const given = JSON.parse(`{"${name}": "Ada"}`) as IDataObject;
		const { outputs, error } = await stage.send({ ...byName('odd'), options: { valuesJson: JSON.stringify(given) } });
		expect(error).toBeUndefined();
		expect(outputs[0]).toHaveLength(1);
		const column = { ...byName('odd'), templateVariables: { mappingMode: 'autoMapInputData', value: {} } };
		// Without the column nothing is found, least of all what every object has.
		expect((await stage.send(column)).error?.message).toMatch(/is empty/);
	});

	it('is an unknown value of Values (JSON) where the template has no such variable', async () => {
		stage.simulator.putTemplate({ name: 'plain', components: [{ type: 'BODY', text: 'Hello {{1}}, welcome.' }] });
		const { error } = await stage.send({ ...byName('plain'), options: { valuesJson: `{"1": "Ada", "${name}": "x"}` } });
		expect(error?.message).toContain(`do not belong to the template 'plain', which has numbered variables: ${name}`);
	});

	it('is a topic like any other', async () => {
		const run = async (operation: string, parameters: object) =>
			await runNode({
				node: new WhatsAppSession(),
				credential: stage.credential,
				parameters: { resource: 'consent', operation, ...parameters } as INodeParameters,
				items: toItems({ recipient: ADA }),
			});
		expect((await run('optIn', { kind: 'topic', topic: name })).error).toBeUndefined();
		const [consent] = await stage.store.findConsent(BUSINESS_ACCOUNT_ID, [{ waId: ADA.slice(1) }]);
		expect(consent?.facts).toMatchObject([{ kind: `topic:${name.toLowerCase()}`, state: 'optedIn' }]);
		expect(consent?.marketing).toBe('unknown');
	});

	it('is a type of message that nobody knows, and brings nothing that the message does not hold', async () => {
		const trigger = await runTrigger({ node: new WhatsAppSessionTrigger(), readCredential: () => stage.credential });
		const message = { from: ADA.slice(1), id: `wamid.${name}`, timestamp: String(Math.floor(Date.now() / 1000)), type: name };
		expect(await postWebhook(trigger.url, toWebhook({ messages: [message] }))).toMatchObject({ status: 200 });
		await trigger.close();
		expect(trigger.failures).toEqual([]);
		const item = trigger.executions.flat()[0]?.json.message as IDataObject;
		expect(item).toMatchObject({ id: `wamid.${name}`, type: name });
		expect(Object.hasOwn(item, name)).toBe(false);
		// n8n keeps items as JSON.
		expect(JSON.parse(JSON.stringify(item))).toEqual(item);
	});
});

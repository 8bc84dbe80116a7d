import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { SendFreeForm } from '../../nodes/SendFreeForm/SendFreeForm.node';
import { SendTemplate } from '../../nodes/SendTemplate/SendTemplate.node';
import { WhatsAppSession } from '../../nodes/WhatsAppSession/WhatsAppSession.node';
import { BUSINESS_ACCOUNT_ID, openStage, PHONE_NUMBER_ID, toItems, type Stage } from '../support/openStage';
import { byName, filled } from '../support/openTemplateStage';
import { runNode } from '../support/runNode';

const ADA = '+12025550143';
const BSUID = 'US.13491208655302741918';
const NAMES = { bsuid: BSUID, waId: ADA.slice(1) };

let stage: Stage;
beforeEach(async () => {
	stage = await openStage();
	await stage.store.recordEvidence([{ kind: 'inbound', phoneNumberId: PHONE_NUMBER_ID, user: NAMES, atMs: Date.now() - 60_000 }]);
	stage.simulator.write({ from: NAMES.waId, text: 'Stop that' });
	const entry = { businessAccountId: BUSINESS_ACCOUNT_ID, user: { bsuid: BSUID }, atMs: Date.now() - 50_000 } as const;
	await stage.store.recordConsent([{ ...entry, kind: 'marketing', state: 'optedOut', source: 'keyword', evidence: 'wamid.STOP', wording: 'Stop that' }]);
	const send = { node: new SendFreeForm(), credential: stage.credential, parameters: { text: 'As you wish' } };
	await runNode({ ...send, items: toItems({ recipient: ADA, phoneNumberId: PHONE_NUMBER_ID } as never) });
});
afterEach(async () => await stage.close());

async function run(operation: string, items: object[] = [{ recipient: ADA, email: 'ada@shop.example' }], parameters: object = {}) {
	return await runNode({
		node: new WhatsAppSession(),
		credential: stage.credential,
		parameters: { resource: 'contact', operation, ...parameters } as INodeParameters,
		items: toItems(...(items as never[])),
	});
}
const contactOf = async (recipient: string) => (await run('export', [{ recipient }])).outputs[0]?.[0]?.json.contact as IDataObject;

describe('Contact > Export', () => {
	it.each([ADA, BSUID])('gives all that is known of a person in one item, asked by %s', async (recipient) => {
		const contact = await contactOf(recipient);
		expect(contact.names).toEqual(
			expect.arrayContaining([
				{ phoneNumber: ADA, waId: NAMES.waId, bsuid: null, until: null },
				{ phoneNumber: null, waId: null, bsuid: BSUID, until: null },
			]),
		);
		expect(contact).toMatchObject({
			sessions: [{ phoneNumberId: PHONE_NUMBER_ID, recipient: { phoneNumber: ADA, bsuid: BSUID } }],
			consent: { details: [{ kind: 'marketing', state: 'optedOut' }, {}, {}] },
			sends: [{ sentAs: 'freeForm', messageId: expect.stringContaining('wamid.') }],
			waits: [],
			gatherings: [],
			renamings: [],
		});
		expect((contact.consent as IDataObject).entries).toEqual(
			expect.arrayContaining([expect.objectContaining({ kind: 'marketing', source: 'keyword', evidence: 'wamid.STOP', wording: 'Stop that' })]),
		);
		expect(JSON.stringify(contact)).not.toContain('As you wish');
	});

	it('gives an empty record of somebody who is not known', async () => {
		expect(await contactOf('+12025550199')).toMatchObject({ sessions: [], consent: { entries: [] }, sends: [] });
	});

	it('refuses an item that names nobody', async () => {
		expect((await run('export', [{}])).error?.message).toMatch(/'Recipient' is empty/);
	});
});

describe('Contact > Forget', () => {
	it('removes everything, says how much, and hands nothing of the person on', async () => {
		const { outputs, error } = await run('forget');
		expect(error).toBeUndefined();
		expect(outputs[0]?.[0]?.json).toEqual({
			forgotten: { sessions: 1, consent: 2, sends: 1, waits: 0, gatherings: 0, outbox: 0, renamings: 0, keptOptOuts: ['marketing'], isDryRun: false },
		});
		expect(await contactOf(ADA)).toMatchObject({ sessions: [], consent: { entries: [] }, sends: [] });
	});

	it('goes on obeying the opt-out, also after the person has written again', async () => {
		await run('forget');
		await stage.store.recordEvidence([{ kind: 'inbound', phoneNumberId: PHONE_NUMBER_ID, user: { bsuid: 'US.2', waId: NAMES.waId }, atMs: Date.now() }]);
		for (const recipient of [ADA, BSUID, 'US.2']) {
			const { outputs } = await runNode({
				...{ node: new SendTemplate(), credential: stage.credential, settings: { typeVersion: 2 } },
				parameters: { ...byName('summer_sale'), ...filled({ body_1: 'Ada' }) } as INodeParameters,
				items: toItems({ recipient, phoneNumberId: PHONE_NUMBER_ID } as never),
			});
			expect(outputs[1]?.[0]?.json.notSent).toMatchObject({ reason: 'optedOut' });
		}
	});

	it('removes nothing in a dry run, and says what it would remove', async () => {
		const dry = await run('forget', undefined, { options: { dryRun: true } });
		const forgotten = dry.outputs[0]?.[0]?.json.forgotten as IDataObject;
		expect(forgotten).toMatchObject({ sessions: 1, sends: 1, isDryRun: true });
		expect((await run('forget')).outputs[0]?.[0]?.json.forgotten).toEqual({ ...forgotten, isDryRun: false });
	});

	it('refuses a dry run that is neither on nor off, and removes nothing', async () => {
		const { error } = await run('forget', undefined, { options: { dryRun: '={{ "maybe" }}' } });
		expect(error?.message).toContain("'Dry Run' is neither true nor false");
		expect(await contactOf(ADA)).toMatchObject({ sessions: [{}] });
	});
});

import type { INodeParameters } from 'n8n-workflow';

import { SendFreeForm } from '../../nodes/SendFreeForm/SendFreeForm.node';
import { SendTemplate } from '../../nodes/SendTemplate/SendTemplate.node';
import { SessionWindowCheck } from '../../nodes/SessionWindowCheck/SessionWindowCheck.node';
import { canonicalWaId } from '../../nodes/shared/domain/canonicalWaId';
import { openStage, PHONE_NUMBER_ID, toItems, type Stage } from '../support/openStage';
import { runNode, type NodeRun, type NodeRunResult } from '../support/runNode';

const HOUR_MS = 3_600_000;
const ADA = '+12025550143';
const GRACE = '+4915123456789';
const IN_BRAZIL = '+5531987654321';
const NUMBER = { phoneNumberId: PHONE_NUMBER_ID };
const TEMPLATE = {
	templateFrom: 'name',
	templateName: 'support_reply',
	templateLanguage: 'en_US',
	templateVariables: { mappingMode: 'defineBelow', value: { body_1: 'We have shipped it.' } },
};

let stage: Stage;

/** What the trigger records when somebody writes whom WhatsApp names by this wa_id. */
async function namedBy(waId: string): Promise<void> {
	const user = { waId: canonicalWaId(waId) };
	await stage.store.recordEvidence([{ kind: 'inbound', ...NUMBER, user, atMs: Date.now() - HOUR_MS }]);
}

beforeEach(async () => {
	stage = await openStage();
	for (const person of [ADA, GRACE, IN_BRAZIL]) await stage.wrote(person, HOUR_MS);
});
afterEach(async () => await stage.close());

const run = async (node: NodeRun['node'], items: unknown[], parameters: INodeParameters = {}, more: Partial<NodeRun> = {}) =>
	await runNode({ node, credential: stage.credential, items: toItems(...(items as never[])), parameters, ...more });
const check = async (items: unknown[], parameters?: INodeParameters, more?: Partial<NodeRun>) =>
	await run(new SessionWindowCheck(), items, parameters, more);
const send = async (items: unknown[], parameters?: INodeParameters) => await run(new SendFreeForm(), items, { text: 'Hello', ...parameters });
const openFor = ({ outputs, error }: NodeRunResult) => {
	expect(error).toBeUndefined();
	return (outputs[0] ?? []).map(({ json }) => (json.session as { recipient: { phoneNumber: string } }).recipient.phoneNumber);
};

describe('a Recipient that is left empty', () => {
	test.each([
		['recipient', { recipient: ADA, phone: GRACE }],
		['the person whom the check has found', { session: { recipient: { phoneNumber: ADA, waId: '12025550143', bsuid: null } }, phone: GRACE }],
		['a recipient with all its names', { recipient: { phoneNumber: ADA, waId: '12025550143', bsuid: null }, phone: GRACE }],
		['the wa_id that the check has found', { session: { recipient: { phoneNumber: null, waId: '12025550143', bsuid: null } } }],
		['a recipient that is empty, and phone', { recipient: '', phone: ADA }],
		['phone', { phone: ADA }],
		['phoneNumber', { phoneNumber: '+1 (202) 555-0143' }],
		['waId', { waId: '12025550143' }],
		['wa_id', { wa_id: '12025550143' }],
		['from', { from: '12025550143' }],
		['a number as a number', { phone: 12025550143 }],
		['two fields with one number', { phone: ADA, from: '12025550143' }],
		["the built-in trigger's message", { messaging_product: 'whatsapp', messages: [{ from: '12025550143' }], contacts: [{ wa_id: '12025550143' }] }],
	])('is the person of %s', async (_, item) => {
		expect(openFor(await check([{ ...NUMBER, ...item }]))).toEqual([ADA]);
		const { outputs } = await send([item]);
		expect(outputs[0]).toHaveLength(1);
		expect(stage.simulator.sent()).toMatchObject([{ waId: '12025550143' }]);
	});

	it('is the person whom the check has found, also for a template', async () => {
		const checked = await check([{ phone: '(31) 98765-4321' }], { options: { numberCountry: 'BR' } });
		const items = checked.outputs[0]!.map(({ json }) => json);
		await run(new SendTemplate(), items, TEMPLATE);
		await send(items);
		expect(stage.simulator.sent()).toMatchObject([{ waId: '5531987654321' }, { waId: '5531987654321' }]);
	});

	it('takes the business number of the check or of the built-in trigger', async () => {
		const other = '106540352242999';
		const { outputs } = await check([
			{ phone: ADA, session: { phoneNumberId: other } },
			{ phone: ADA, metadata: { phone_number_id: other } },
			{ phone: ADA, phoneNumberId: PHONE_NUMBER_ID, metadata: { phone_number_id: other } },
			{ phone: ADA },
		]);
		const numbers = outputs.map((items) => items.map(({ json }) => (json.session as { phoneNumberId: string }).phoneNumberId));
		expect(numbers).toEqual([[PHONE_NUMBER_ID, PHONE_NUMBER_ID], [other, other]]);
	});

	test.each([
		['names nobody', { order: 1042 }, /'Recipient' is empty, and the item names nobody in recipient, session\.recipient, .*, messages\[0\]\.from/],
		['names two people', { phone: ADA, from: GRACE }, /is empty, and the item names different people in phone and from/],
		['was written in a group', { event: 'message', businessAccountId: null, recipient: null, from: '12025550143', message: { groupId: 'R3JvdXA' } }, /was written in a group/],
		['was written in a group, by the built-in trigger', { messages: [{ from: '12025550143', group_id: 'R3JvdXA' }] }, /was written in a group/],
		['is of an event without a person', { event: 'accountChange', businessAccountId: '1', phone: ADA }, /the item names nobody/],
	])('is refused where the item %s', async (_, item, words) => {
		for (const { error } of [await check([{ ...NUMBER, ...item }]), await send([{ ...NUMBER, ...item }])]) expect(error?.message).toMatch(words);
		expect(stage.simulator.sent()).toEqual([]);
	});

	it('is not what an expression means that gives nothing', async () => {
		const { error } = await send([{ recipient: ADA }], { recipient: '={{ $json.manager }}' });
		expect(error?.message).toBe("'Recipient' is empty, so nobody was looked up and nothing was sent.");
		expect(stage.simulator.sent()).toEqual([]);
	});

	it('is filled by dragging the whole person onto it', async () => {
		const item = { session: { recipient: { phoneNumber: ADA, waId: '12025550143', bsuid: null } } };
		expect(openFor(await check([item], { recipient: '={{ $json.session.recipient }}' }))).toEqual([ADA]);
	});

	it('leaves workflows with the former defaults as they are', async () => {
		const former = { recipient: '={{ $json.recipient }}', phoneNumberId: { __rl: true, mode: 'id', value: '={{ $json.phoneNumberId }}' } };
		expect(openFor(await check([{ recipient: ADA, ...NUMBER }, { recipient: GRACE }], former))).toEqual([ADA, GRACE]);
	});
});

describe('numbers that do not say their country', () => {
	const phone = '31 98765-4321';

	it('are read in the country of the option, else of the credential', async () => {
		const credential = { ...stage.credential, numberCountry: 'BR' };
		expect(openFor(await check([{ phone }], { options: { numberCountry: 'BR' } }))).toEqual([IN_BRAZIL]);
		expect(openFor(await check([{ phone }], {}, { credential }))).toEqual([IN_BRAZIL]);
		expect(openFor(await check([{ phone: '0151 23456789' }], { options: { numberCountry: 'DE' } }, { credential }))).toEqual([GRACE]);
		await run(new SendTemplate(), [{ phone }], { ...TEMPLATE, options: { numberCountry: 'BR' } });
		await send([{ phone }], { options: { numberCountry: 'BR' } });
		expect(stage.simulator.sent()).toMatchObject([{ waId: '5531987654321' }, { waId: '5531987654321' }]);
	});

	it('are refused without one, and where the node says that there is none', async () => {
		const none = await check([{ phone }], { options: { numberCountry: 'none' } }, { credential: { ...stage.credential, numberCountry: 'BR' } });
		for (const { error } of [await check([{ phone }]), none]) {
			expect(error?.message).toBe("'Recipient' has no country code: 31 98765-4321");
			expect(error?.description).toContain("'Country of Numbers Without Code'");
		}
	});

	it('are refused with a country that is none', async () => {
		const { error } = await check([{ phone }], { options: { numberCountry: '={{ "Brasil" }}' } });
		expect(error?.message).toBe(`'Country of Numbers Without Code' is no country: "Brasil"`);
	});
});

describe('numbers by which WhatsApp has named somebody', () => {
	test.each(['9665012345', '690123'])('are found where %s is on record, in any spelling', async (waId) => {
		await namedBy(waId);
		expect(openFor(await check([{ phone: waId }, { phone: `+${waId}` }, { recipient: `+${waId}` }]))).toEqual(Array(3).fill(`+${waId}`));
	});

	it('are answered, though no plan has them', async () => {
		await stage.wrote('+9665012345', HOUR_MS);
		await send([{ phone: '9665012345' }]);
		expect(stage.simulator.sent()).toMatchObject([{ waId: '9665012345' }]);
	});

	it('are taken from the trigger though they are on record for another business number', async () => {
		const item = { event: 'messageStatus', recipient: '+9665012345', phoneNumberId: PHONE_NUMBER_ID, businessAccountId: null };
		const { outputs, error } = await check([item]);
		expect(error).toBeUndefined();
		expect(outputs[1]?.[0]?.json.session).toMatchObject({ reason: 'noInboundOnRecord', recipient: { phoneNumber: '+9665012345' } });
		expect((await check([{ phone: '+9665012345' }])).error?.message).toMatch(/is not a phone number that exists/);
	});

	test.each([
		['22507080910', '2250707080910'],
		['22997123456', '2290197123456'],
	])('meet the form of today: %s is %s', async (old, today) => {
		await namedBy(old);
		expect(openFor(await check([{ phone: old }, { phone: `+${old}` }, { phone: today }, { phone: `+${today}` }]))).toHaveLength(4);
		const other = today.replace(/^225\d\d/, '22505').replace(/^22901/, '22902');
		expect((await check([{ phone: `+${other}` }])).outputs[0]).toEqual([]);
	});

	it('decide between two readings', async () => {
		await namedBy('48912345678');
		const brazil = { options: { numberCountry: 'BR' } };
		expect(openFor(await check([{ phone: '48912345678' }], brazil))).toEqual(['+48912345678']);
		await namedBy('5548912345678');
		expect((await check([{ phone: '48912345678' }], brazil)).error?.message).toMatch(/can be read as \+48912345678 and as \+5548912345678/);
	});
});

describe('a send-once key', () => {
	test.each([
		['+2250707080910', '22507080910'],
		['+2290197123456', '22997123456'],
		['+447911123456', '4407911123456'],
		['+5511987654321', '55011987654321'],
		['+5511987654321', 'https://wa.me/551187654321'],
	])('sends once to %s and %s', async (one, other) => {
		await stage.wrote(one, HOUR_MS);
		const { outputs } = await send([{ phone: one }, { phone: other }], { options: { sendOnceKey: 'order-1042' } });
		expect(outputs[0]?.map(({ json }) => (json.message as { alreadySent: boolean }).alreadySent)).toEqual([false, true]);
		expect(stage.simulator.sent()).toHaveLength(1);
	});
});

describe('an input among several that cannot be read', () => {
	it('says which one it is, once, and counts from 1 as people do', async () => {
		const items = [{ phone: ADA }, { phone: GRACE }, { phone: 'Maria' }];
		const words = "'Recipient' is neither a phone number nor a business-scoped user ID (BSUID): Maria [item 3 of 3]";
		expect((await check(items)).error?.message).toBe(words);
		expect((await send(items)).error?.message).toBe(words);
		const { outputs } = await check(items, {}, { settings: { onError: 'continueRegularOutput' } });
		expect(outputs[1]?.map(({ json }) => json.error)).toEqual([words]);
	});

	it('needs no such word where it is alone', async () => {
		expect((await check([{ phone: 'Maria' }])).error?.message).toBe("'Recipient' is neither a phone number nor a business-scoped user ID (BSUID): Maria");
	});
});

import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { SendFreeForm } from '../../nodes/SendFreeForm/SendFreeForm.node';
import { WhatsAppSession } from '../../nodes/WhatsAppSession/WhatsAppSession.node';
import { openStage, PHONE_NUMBER_ID, toItems, type Stage } from '../support/openStage';
import { runNode } from '../support/runNode';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const ADA = '+12025550143';
const BEN = '+12025550156';
const CLEO = '+12025550178';

let stage: Stage;
beforeEach(async () => void (stage = await openStage()));
afterEach(async () => await stage.close());

type More = Partial<Parameters<typeof runNode>[0]>;
type SessionJson = IDataObject & { isOpen: boolean; reason: string; lastInboundAt: string };

async function run(operation: string, parameters: object = {}, items: object[] = [{}], more: More = {}) {
	return await runNode({
		node: new WhatsAppSession(),
		credential: stage.credential,
		parameters: { resource: 'session', operation, ...parameters } as INodeParameters,
		items: toItems(...(items as never[])),
		...more,
	});
}
const getMany = async (parameters: object = {}) => {
	const { outputs, error } = await run('getAll', parameters);
	return { jsons: (outputs[0] ?? []).map(({ json }) => json), error: error?.message };
};
const recipientsOf = async (parameters: object = {}) => (await getMany(parameters)).jsons.map(({ recipient }) => recipient);
const sessionOf = (json: IDataObject | undefined) => json?.session as SessionJson;
const wrote = async (phone: string, agoMs: number, phoneNumberId = PHONE_NUMBER_ID) =>
	await stage.store.recordEvidence([{ kind: 'inbound', phoneNumberId, user: { waId: phone.slice(1) }, atMs: Date.now() - agoMs }]);

describe('Session > Get', () => {
	it('gives the session of each person, and a closed one of somebody who never wrote', async () => {
		await wrote(ADA, HOUR_MS);
		const { outputs, error } = await run('get', {}, [{ recipient: ADA, order: 1 }, { recipient: CLEO }]);
		expect(error).toBeUndefined();
		expect(outputs[0]).toMatchObject([
			{
				json: { order: 1, session: { isOpen: true, reason: 'open', phoneNumberId: PHONE_NUMBER_ID, recipient: { phoneNumber: ADA }, nextStep: 'freeForm' } },
				pairedItem: { item: 0 },
			},
			{ json: { session: { isOpen: false, reason: 'noInboundOnRecord', lastInboundAt: null, nextStep: 'template' } }, pairedItem: { item: 1 } },
		]);
	});

	it.each([
		['nobody', {}, /'Recipient' is empty/],
		['a person in no known form', { recipient: 'Ada' }, /'Recipient' .*Ada/],
		['a business number that is none', { recipient: ADA, phoneNumberId: '+1 555' }, /'Business Phone Number' is not a phone number ID/],
	])('refuses %s, and answers for the others', async (_, item, words) => {
		const { outputs } = await run('get', {}, [item, { recipient: ADA }], { settings: { onError: 'continueRegularOutput' } });
		expect(outputs[0]?.[0]?.json.error).toMatch(words);
		expect(outputs[0]?.[1]?.json.session).toMatchObject({ reason: 'noInboundOnRecord' });
	});
});

describe('Session > Get Many', () => {
	it('lists the open windows unconfigured, the one that closes first on top', async () => {
		await wrote(ADA, HOUR_MS);
		await wrote(BEN, 20 * HOUR_MS);
		await wrote(CLEO, 25 * HOUR_MS);
		expect(await recipientsOf()).toEqual([BEN, ADA]);
		expect(await recipientsOf({ window: 'closed' })).toEqual([CLEO]);
		expect(await recipientsOf({ window: 'any' })).toEqual([ADA, BEN, CLEO]);
		expect(await recipientsOf({ window: 'any', limit: 2 })).toEqual([ADA, BEN]);
	});

	it('counts a window within the safety margin, and one that Meta has refused, as closed', async () => {
		await wrote(ADA, 24 * HOUR_MS - 3 * MINUTE_MS);
		await wrote(BEN, HOUR_MS);
		await stage.store.recordEvidence([{ kind: 'refusal', phoneNumberId: PHONE_NUMBER_ID, user: { waId: BEN.slice(1) }, atMs: Date.now() - MINUTE_MS }]);
		expect(await recipientsOf()).toEqual([]);
		expect((await getMany({ window: 'closed' })).jsons.map((json) => sessionOf(json).reason)).toEqual(['closedByPlatform', 'withinSafetyMargin']);
		expect(await recipientsOf({ filters: { safetyMarginMinutes: 1 } })).toEqual([ADA]);
	});

	it('lists what closes soon', async () => {
		await wrote(ADA, 23 * HOUR_MS);
		await wrote(BEN, 21 * HOUR_MS);
		expect(await recipientsOf({ filters: { closingWithinMinutes: 90 } })).toEqual([ADA]);
		expect(await recipientsOf({ filters: { closingWithinMinutes: 200 } })).toEqual([ADA, BEN]);
	});

	it('lists who waits for an answer, and whom it answers no more', async () => {
		await wrote(ADA, 2 * HOUR_MS);
		await wrote(BEN, HOUR_MS);
		stage.simulator.write({ from: ADA.slice(1), text: 'Hello' });
		stage.simulator.write({ from: BEN.slice(1), text: 'Hello' });
		const send = { node: new SendFreeForm(), credential: stage.credential, parameters: { text: 'Hello' } };
		await runNode({ ...send, items: toItems({ recipient: ADA, phoneNumberId: PHONE_NUMBER_ID } as never) });
		expect((await getMany()).jsons).toMatchObject([
			{ recipient: ADA, unanswered: false, lastAnswerAt: expect.stringMatching(/Z$/) },
			{ recipient: BEN, unanswered: true, lastAnswerAt: null },
		]);
		expect(await recipientsOf({ filters: { unanswered: true } })).toEqual([BEN]);
	});

	it('gives items that Send Free-form takes unconfigured', async () => {
		await wrote(ADA, HOUR_MS);
		stage.simulator.write({ from: ADA.slice(1), text: 'Hello' });
		const { jsons } = await getMany();
		const send = await runNode({ node: new SendFreeForm(), credential: stage.credential, parameters: { text: 'Still there?' }, items: toItems(...(jsons as never[])) });
		expect(send.outputs[0]).toMatchObject([{ json: { message: { sentAs: 'freeForm' } } }]);
		expect(stage.simulator.sent()).toMatchObject([{ waId: ADA.slice(1), text: 'Still there?' }]);
	});

	it('lists the numbers of the account alone, or the one that is chosen', async () => {
		await wrote(ADA, HOUR_MS);
		await wrote(BEN, HOUR_MS, '106540352242999');
		expect(await recipientsOf()).toEqual([ADA]);
		expect(await recipientsOf({ businessNumberId: { __rl: true, mode: 'id', value: '106540352242999' } })).toEqual([BEN]);
	});

	it('shows the consent of each, and a person without a number by user ID', async () => {
		await stage.store.recordEvidence([{ kind: 'inbound', phoneNumberId: PHONE_NUMBER_ID, user: { bsuid: 'US.1' }, atMs: Date.now() - HOUR_MS }]);
		const entry = { businessAccountId: String(stage.credential.businessAccountId), user: { bsuid: 'US.1' }, source: 'form', evidence: '' };
		await stage.store.recordConsent([{ ...entry, kind: 'marketing', state: 'optedOut', atMs: 1 }]);
		expect((await getMany()).jsons).toMatchObject([{ recipient: 'US.1', session: { consent: { marketing: 'optedOut' } } }]);
	});

	it('gives all of 2,500 over several pages, or as many as wanted', async () => {
		const users = Array.from({ length: 2_500 }, (_, index) => ({ waId: String(12025550000 + index) }));
		const now = Date.now();
		await stage.store.recordEvidence(users.map((user, index) => ({ kind: 'inbound', phoneNumberId: PHONE_NUMBER_ID, user, atMs: now - HOUR_MS - index })));
		const all = await recipientsOf({ returnAll: true });
		expect([new Set(all).size, all[0], all.at(-1)]).toEqual([2_500, '+12025552499', '+12025550000']);
		expect(await recipientsOf({ limit: 1_700 })).toEqual(all.slice(0, 1_700));
	});

	it.each([
		['a limit of 0', { limit: 0 }, /'Limit' is not a number of results: 0/],
		['a window that does not exist', { window: 'ajar' }, /'Window' is unknown: ajar/],
		['minutes that are none', { filters: { closingWithinMinutes: 'soon' } }, /'Closing Within \(Minutes\)' is not a number of minutes: soon/],
		['no minute at all', { filters: { closingWithinMinutes: 0 } }, /is not a number of minutes: 0/],
		['less than the margin', { filters: { closingWithinMinutes: 4 } }, /counts as closed 5 minutes before its end, so no window would ever be found/],
	])('refuses %s', async (_, parameters, words) => {
		expect((await getMany(parameters)).error).toMatch(words);
	});
});

describe('Session > Record Inbound', () => {
	it('opens the window of each person, as of the instant that is given, or as of now', async () => {
		const anHourAgo = new Date(Date.now() - HOUR_MS).toISOString();
		await run('recordInbound', {}, [{ recipient: BEN }]);
		const when = '={{ $json.at }}';
		const { outputs, error } = await run('recordInbound', { when }, [{ recipient: ADA, at: anHourAgo, order: 1 }, { recipient: BEN, at: anHourAgo }]);
		expect(error).toBeUndefined();
		expect(outputs[0]?.map(({ json }) => [json.recipient, json.order, sessionOf(json).isOpen])).toEqual([
			[ADA, 1, true],
			[BEN, undefined, true],
		]);
		expect(sessionOf(outputs[0]?.[0]?.json).lastInboundAt).toBe(anHourAgo);
		expect(await recipientsOf()).toEqual([ADA, BEN]);
	});

	it("takes the items of n8n's own trigger, and what is newer stays", async () => {
		await wrote(ADA, MINUTE_MS);
		const item = { metadata: { phone_number_id: PHONE_NUMBER_ID }, messages: [{ from: ADA.slice(1), timestamp: String(Math.floor(Date.now() / 1000) - 7200) }] };
		const { outputs } = await run('recordInbound', { when: '={{ $json.messages[0].timestamp }}' }, [item]);
		expect(Date.parse(sessionOf(outputs[0]?.[0]?.json).lastInboundAt)).toBeGreaterThan(Date.now() - 2 * MINUTE_MS);
	});

	it.each([
		['an unreadable date', { at: 'yesterday' }, /'When' is not a timestamp: "yesterday"/],
		['an expression that gives nothing', {}, /'When' is not a timestamp: it is empty/],
		['an empty cell of a sheet', { at: '' }, /'When' is not a timestamp: it is empty/],
		['an instant that has not come yet', { at: new Date(Date.now() + 8 * HOUR_MS).toISOString() }, /'When' lies in the future/],
	])('refuses %s, and names the item', async (_, item, words) => {
		const { error } = await run('recordInbound', { when: '={{ $json.at }}' }, [{ recipient: BEN, at: Date.now() }, { recipient: ADA, ...item }]);
		expect(error?.message).toMatch(words);
		expect(error?.message).toMatch(/\[item 2 of 2\]$/);
		expect(await recipientsOf()).toEqual([BEN]);
	});

	it('takes a clock that is seconds ahead as now', async () => {
		await run('recordInbound', { when: new Date(Date.now() + MINUTE_MS).toISOString() }, [{ recipient: ADA }]);
		const { jsons } = await getMany();
		expect(Date.parse(sessionOf(jsons[0]).lastInboundAt)).toBeLessThanOrEqual(Date.now());
	});

	it('puts the good ones of 10,000 rows on record and names the bad one', async () => {
		const items = Array.from({ length: 10_000 }, (_, index) => ({ recipient: `+1202555${String(index).padStart(4, '0')}`, at: Date.now() - HOUR_MS }));
		items[4_711]!.recipient = 'nobody';
		const { error, executionTimeMs } = await run('recordInbound', { when: '={{ $json.at }}' }, items);
		console.log(`Record Inbound: 10,000 items in ${executionTimeMs} ms`);
		expect(error?.message).toMatch(/nobody.*\[item 4712 of 10000\]$/);
		expect(error?.description).toContain('The other 9999 of 10000 are on record');
		expect(await recipientsOf({ returnAll: true })).toHaveLength(9_999);
	}, 60_000);
});

describe('Session > Close', () => {
	it('closes the window until the person writes again, and opens none of somebody who never wrote', async () => {
		await wrote(ADA, HOUR_MS);
		const { outputs } = await run('close', {}, [{ recipient: ADA }, { recipient: CLEO }]);
		expect(outputs[0]?.map(({ json }) => sessionOf(json).reason)).toEqual(['closedByPlatform', 'noInboundOnRecord']);
		expect(await recipientsOf()).toEqual([]);
		await wrote(ADA, -1);
		expect(await recipientsOf()).toEqual([ADA]);
	});
});

describe('WhatsApp Session', () => {
	it('fails every item where the store cannot be opened', async () => {
		const credential = { ...stage.credential, embeddedStorePath: `${String(stage.credential.embeddedStorePath)}/none.sqlite` };
		for (const operation of ['get', 'getAll', 'recordInbound', 'close']) {
			const { outputs } = await run(operation, {}, [{ recipient: ADA }, { recipient: BEN }], { credential, settings: { onError: 'continueRegularOutput' } });
			expect(outputs[0]?.map(({ json }) => typeof json.error)).toEqual(['string', 'string']);
		}
	});
});

import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { SendTemplate } from '../../nodes/SendTemplate/SendTemplate.node';
import { WhatsAppSession } from '../../nodes/WhatsAppSession/WhatsAppSession.node';
import { BUSINESS_ACCOUNT_ID, openStage, PHONE_NUMBER_ID, toItems, type Stage } from '../support/openStage';
import { byName, filled } from '../support/openTemplateStage';
import { runNode } from '../support/runNode';

const ADA = '+12025550143';
const BEN = '+12025550156';
const DAY_MS = 86_400_000;
const SALE = { ...byName('summer_sale'), ...filled({ body_1: 'Ada' }) };

let stage: Stage;
beforeEach(async () => void (stage = await openStage()));
afterEach(async () => await stage.close());

type More = Partial<Parameters<typeof runNode>[0]>;

async function run(operation: string, parameters: object = {}, items: object[] = [{ recipient: ADA }], more: More = {}) {
	return await runNode({
		node: new WhatsAppSession(),
		credential: stage.credential,
		parameters: { resource: 'consent', operation, ...parameters } as INodeParameters,
		items: toItems(...(items as never[])),
		...more,
	});
}
const jsonsOf = async (...call: Parameters<typeof run>): Promise<IDataObject[]> => {
	const { outputs, error } = await run(...call);
	expect(error).toBeUndefined();
	return (outputs[0] ?? []).map(({ json }) => json);
};
const consentOf = async (phone: string) => (await stage.store.findConsent(BUSINESS_ACCOUNT_ID, [{ waId: phone.slice(1) }]))[0];
const row = (index: number, more: object = {}) => ({
	...{ recipient: `+1202555${String(index).padStart(4, '0')}`, kind: 'marketing', state: 'optedIn', at: '2026-01-02T09:30:00Z', evidence: `form ${index}` },
	...more,
});

describe('Consent > Opt In', () => {
	it('enters the opt-in of the person of the item to marketing, unconfigured, and lets a marketing template go out', async () => {
		const [json] = await jsonsOf('optIn', {}, [{ recipient: ADA, phoneNumberId: PHONE_NUMBER_ID, order: 7 }]);
		expect(json).toMatchObject({
			order: 7,
			consentEntry: { kind: 'marketing', state: 'optedIn', source: 'form', evidence: null, wording: null },
			consent: { marketing: 'optedIn', utility: 'unknown', authentication: 'unknown' },
		});
		const send = { node: new SendTemplate(), credential: stage.credential, settings: { typeVersion: 2 }, parameters: SALE as INodeParameters };
		expect((await runNode({ ...send, items: toItems(json as never) })).outputs[0]).toHaveLength(1);
	});

	it.each([
		['optIn', ADA, { phoneNumber: ADA, waId: ADA.slice(1), bsuid: null }],
		['optOut', 'US.13491208655302741918', { phoneNumber: null, waId: null, bsuid: 'US.13491208655302741918' }],
		['import', '+1 (202) 555-0143', { phoneNumber: ADA, waId: ADA.slice(1), bsuid: null }],
	])('says whose it was where the recipient stands in the node alone: %s of %s', async (operation, typed, recipient) => {
		const [json] = await jsonsOf(operation, { recipient: typed }, [{ ...row(1), recipient: 'front desk' }]);
		expect(json).toMatchObject({ recipient: 'front desk', consentEntry: { recipient, kind: 'marketing' } });
	});

	it('keeps when, by which source, with what evidence and which words', async () => {
		const options = { when: '2026-01-02 09:30', wording: 'Yes, send me offers' };
		await jsonsOf('optIn', { source: 'signup', evidence: '={{ $json.form }}', options }, [{ recipient: ADA, form: 'https://shop.example/forms/123' }], { timezone: 'America/Sao_Paulo' });
		expect((await consentOf(ADA))?.facts).toEqual([
			{
				...{ kind: 'marketing', state: 'optedIn', source: 'signup', evidence: 'https://shop.example/forms/123', wording: 'Yes, send me offers' },
				atMs: Date.UTC(2026, 0, 2, 12, 30),
			},
		]);
	});

	it('says that an older opt-in takes back no opt-out', async () => {
		await jsonsOf('optOut');
		const [json] = await jsonsOf('optIn', { options: { when: new Date(Date.now() - DAY_MS).toISOString() } });
		expect(json).toMatchObject({ consentEntry: { state: 'optedIn' }, consent: { marketing: 'optedOut' } });
	});

	it.each([
		['an unknown kind', { kind: 'marketting' }, /'Kind' is no kind of message: marketting/],
		['a topic without a name', { kind: 'topic', topic: ' ' }, /'Topic' names no topic/],
		['a source that does not exist', { source: 'rumour' }, /'Source' is unknown: "rumour"/],
		['an unreadable date', { options: { when: 'soon' } }, /'When' is not a timestamp: "soon"/],
		['an empty cell for a date, which would make an old opt-in newer than a STOP', { options: { when: '={{ "" }}' } }, /'When' is not a timestamp: it is empty/],
		['a date of spaces', { options: { when: '={{ " " }}' } }, /'When' is not a timestamp/],
		['a date to come', { options: { when: '2100-01-01T00:00:00Z' } }, /'When' lies in the future/],
		['a person in no known form', { recipient: 'Ada' }, /'Recipient' is neither a phone number nor a business-scoped user ID \(BSUID\): Ada/],
		['a recipient that the item does not have', { recipient: '={{ $json.none }}' }, /'Recipient'/],
		['evidence that is no text', { evidence: '={{ $json }}' }, /'Evidence' is no text/],
	])('refuses %s and enters nothing', async (_, parameters, words) => {
		expect((await run('optIn', parameters)).error?.message).toMatch(words);
		expect((await consentOf(ADA))?.facts).toEqual([]);
	});

	it('passes a bad item on with its error, alone, when it is set to go on', async () => {
		const { outputs } = await run('optIn', {}, [{ recipient: 'Ada' }, { recipient: BEN }], { settings: { onError: 'continueRegularOutput' } });
		expect(outputs[0]?.map(({ json }) => [typeof json.error, json.consent])).toEqual([
			['string', undefined],
			['undefined', expect.objectContaining({ marketing: 'optedIn' })],
		]);
	});
});

describe('Consent > Opt Out', () => {
	it('stops a kind, everything, or a topic', async () => {
		const [json] = await jsonsOf('optOut', { kind: 'everything', source: 'operator' });
		expect(json?.consent).toEqual({ marketing: 'optedOut', utility: 'optedOut', authentication: 'optedOut' });
		await jsonsOf('optOut', { kind: 'topic', topic: ' Newsletter ' }, [{ recipient: BEN }]);
		expect((await consentOf(BEN))?.facts).toMatchObject([{ kind: 'topic:newsletter', state: 'optedOut' }]);
	});
});

describe('Consent > Get', () => {
	it('gives each kind with since when, by which source and evidence, and what decides about it', async () => {
		await jsonsOf('optIn', { options: { when: '2026-01-02T09:30:00Z' }, evidence: 'form 1' });
		await jsonsOf('optOut', { kind: 'everything', options: { when: '2026-01-01T09:30:00Z' } });
		await jsonsOf('optIn', { kind: 'topic', topic: 'news' });
		const [json] = await jsonsOf('get');
		expect(json?.consent).toEqual({ marketing: 'optedIn', utility: 'optedOut', authentication: 'optedOut' });
		expect(json?.consentDetails).toMatchObject([
			{ kind: 'marketing', state: 'optedIn', since: '2026-01-02T09:30:00.000Z', source: 'form', evidence: 'form 1', decidedBy: 'marketing' },
			{ kind: 'utility', state: 'optedOut', since: '2026-01-01T09:30:00.000Z', decidedBy: 'everything' },
			{ kind: 'authentication', decidedBy: 'everything' },
			{ kind: 'everything', state: 'optedOut' },
			{ kind: 'topic:news', state: 'optedIn' },
		]);
	});

	it('gives unknown for somebody of whom nothing is on record', async () => {
		const [json] = await jsonsOf('get');
		expect(json).toMatchObject({ consent: { marketing: 'unknown' }, consentDetails: [{ state: 'unknown', since: null }, {}, {}] });
	});
});

describe('Consent > Get Many', () => {
	it('lists who has opted in, each once, as items that Send Template takes unconfigured', async () => {
		await jsonsOf('import', {}, [row(1), row(2), row(2, { at: '2026-02-02' }), row(3, { state: 'optedOut' }), row(4, { kind: 'utility' })]);
		const jsons = await jsonsOf('getAll');
		expect(jsons.map(({ recipient, since }) => [recipient, since])).toEqual([
			['+12025550001', '2026-01-02T09:30:00.000Z'],
			['+12025550002', expect.stringMatching(/^2026-02-0[12]/)],
		]);
		const send = { node: new SendTemplate(), credential: stage.credential, settings: { typeVersion: 2 }, parameters: SALE as INodeParameters };
		expect((await runNode({ ...send, items: toItems(...(jsons as never[])) })).outputs[0]).toHaveLength(2);
	});

	it.each([
		['who has opted out', { state: 'optedOut' }, [3]],
		['everybody of whom something is on record', { state: 'any' }, [1, 2, 3]],
		['another kind', { kind: 'utility' }, [4]],
		['as many as wanted', { limit: 1 }, [1]],
		['who said so since', { filters: { since: '2026-01-15' } }, [2]],
	])('lists %s', async (_, parameters, expected) => {
		await jsonsOf('import', {}, [row(1), row(2, { at: '2026-02-02' }), row(3, { state: 'optedOut' }), row(4, { kind: 'utility' })]);
		expect((await jsonsOf('getAll', parameters)).map(({ recipient }) => Number(String(recipient).slice(-4)))).toEqual(expected);
	});

	it('refuses an expression for the date that gives nothing, and lists nobody', async () => {
		await jsonsOf('import', {}, [row(1)]);
		const { error } = await run('getAll', { filters: { since: '={{ $json.none }}' } }, [{ none: '' }]);
		expect(error?.message).toMatch(/'Since' is not a timestamp: it is empty/);
	});

	it('counts an opt-out of everything for the kind', async () => {
		await jsonsOf('import', {}, [row(1), row(1, { kind: 'everything', state: 'optedOut', at: '2026-03-01' })]);
		expect(await jsonsOf('getAll')).toEqual([]);
		expect(await jsonsOf('getAll', { state: 'optedOut' })).toMatchObject([{ kind: 'marketing', decidedBy: 'everything' }]);
	});

	it('lists a person once who has opted in under the number and has a user ID by now', async () => {
		await jsonsOf('optIn');
		await stage.store.recordEvidence([{ kind: 'inbound', phoneNumberId: PHONE_NUMBER_ID, user: { bsuid: 'US.1', waId: ADA.slice(1) }, atMs: Date.now() }]);
		expect(await jsonsOf('getAll')).toMatchObject([{ recipient: ADA }]);
	});
});

describe('Consent > Import From Items', () => {
	it('takes the columns of the items by their names, or as they are mapped', async () => {
		await jsonsOf('import', {}, [row(1, { source: 'shop', wording: 'Yes' }), row(2, { kind: 'topic:News', state: 'unsubscribed' })]);
		const mapped = { importedKind: 'utility', importedState: '={{ $json.choice }}', importedAt: '={{ $json.date }}', recipient: '={{ $json.tel }}' };
		await jsonsOf('import', mapped, [{ tel: '+12025550003', choice: 'opt-in', date: 1767346200 }]);
		const facts = await Promise.all([1, 2, 3].map(async (index) => (await consentOf(`+1202555000${index}`))?.facts));
		expect(facts).toMatchObject([
			[{ kind: 'marketing', state: 'optedIn', source: 'shop', evidence: 'form 1', wording: 'Yes' }],
			[{ kind: 'topic:news', state: 'optedOut', source: 'import' }],
			[{ kind: 'utility', state: 'optedIn', atMs: 1767346200000 }],
		]);
	});

	it.each([
		['a misspelt kind', { kind: 'marketting' }, /'Kind' is no kind of message: marketting \[item 2 of 4\]$/],
		['no kind', { kind: undefined }, /'Kind' is empty. \[item 2 of 4\]$/],
		['a no that may mean that nobody was asked', { state: false }, /'State' is neither an opt-in nor an opt-out: false/],
		['no date', { at: undefined }, /'When' is empty/],
		['an unreadable date', { at: '31.12.2025' }, /'When' is not a timestamp: "31.12.2025"/],
		['nobody', { recipient: '' }, /'Recipient' is empty/],
		['a person in no known form', { recipient: '12' }, /'Recipient' .*12/],
	])('refuses a row with %s, names it, and takes the others', async (_, more, words) => {
		const { error } = await run('import', {}, [row(1), row(2, more), row(3), row(4, more)]);
		expect(error?.message).toMatch(words);
		expect(error?.description).toContain('1 more cannot be read: item 4.');
		expect(error?.description).toContain('The other 2 of 4 are on record');
		expect(await consentOf('+12025550003')).toMatchObject({ marketing: 'optedIn' });
	});

	it('takes the good ones of 10,000 rows, names the bad one, and adds nothing when it is run again', async () => {
		const rows = Array.from({ length: 10_000 }, (_, index) => row(index));
		rows[6_543]!.kind = 'marketting';
		const { error, executionTimeMs } = await run('import', {}, rows);
		console.log(`Import: 10,000 items in ${executionTimeMs} ms`);
		expect(error?.message).toBe("'Kind' is no kind of message: marketting [item 6544 of 10000]");
		expect(error?.description).toContain('The other 9999 of 10000 are on record');
		expect(await jsonsOf('getAll', { returnAll: true })).toHaveLength(9_999);
		await run('import', {}, rows);
		const { consent } = await stage.store.exportContact({ businessAccountId: BUSINESS_ACCOUNT_ID, phoneNumberIds: [], user: { waId: '12025550042' } });
		expect(consent).toHaveLength(1);
	}, 120_000);

	it('passes the bad row on with its error when it is set to go on, in its place', async () => {
		const { outputs } = await run('import', {}, [row(1), row(2, { kind: 'x' }), row(3)], { settings: { onError: 'continueRegularOutput' } });
		expect(outputs[0]?.map(({ json, pairedItem }) => [typeof json.error, pairedItem])).toEqual([
			['undefined', { item: 0 }],
			['string', { item: 1 }],
			['undefined', { item: 2 }],
		]);
	});
});

import { SessionWindowCheck } from '../../nodes/SessionWindowCheck/SessionWindowCheck.node';
import { openStage, PHONE_NUMBER_ID, toItems, type Stage } from '../support/openStage';
import { runNode } from '../support/runNode';

const HOUR_MS = 3_600_000;
const OPEN = 0;
const CLOSED = 1;

describe('Session Window Check', () => {
	let stage: Stage;
	const node = new SessionWindowCheck();

	beforeAll(async () => {
		stage = await openStage();
		await stage.wrote('+15550100001', HOUR_MS);
		await stage.wrote('+15550100002', 25 * HOUR_MS);
	});
	afterAll(async () => await stage.close());

	const check = async (items: Array<Record<string, unknown>>, more: Partial<Parameters<typeof runNode>[0]> = {}) =>
		await runNode({ node, credential: stage.credential, items: toItems(...(items as never[])), ...more });

	it('sends each item to its branch, keeps its fields and says why', async () => {
		const { outputs, error } = await check([
			{ recipient: '+15550100001', phoneNumberId: PHONE_NUMBER_ID, order: 1 },
			{ recipient: '+15550100002', phoneNumberId: PHONE_NUMBER_ID, order: 2 },
			{ recipient: '+15550100003', phoneNumberId: PHONE_NUMBER_ID, order: 3 },
		]);
		expect(error).toBeUndefined();
		expect(outputs[OPEN]).toHaveLength(1);
		expect(outputs[OPEN]?.[0]).toMatchObject({
			json: {
				order: 1,
				recipient: '+15550100001',
				session: {
					isOpen: true,
					reason: 'open',
					phoneNumberId: PHONE_NUMBER_ID,
					recipient: { phoneNumber: '+15550100001', waId: '15550100001', bsuid: null },
					freeEntryPoint: null,
					consent: { marketing: 'unknown', utility: 'unknown', authentication: 'unknown' },
					nextStep: 'freeForm',
				},
			},
			pairedItem: { item: 0 },
		});
		expect(outputs[CLOSED]?.map(({ json }) => [json.order, (json.session as { reason: string }).reason])).toEqual([
			[2, 'expired'],
			[3, 'noInboundOnRecord'],
		]);
		expect(outputs[CLOSED]?.[1]?.json.session).toMatchObject({ lastInboundAt: null, closesAt: null, remainingSeconds: 0 });
	});

	it('says in the editor when a window is about to close, and nothing of others', async () => {
		await stage.wrote('+15550100004', 23.75 * HOUR_MS);
		const hintsOf = async (...people: string[]) => {
			const { run } = await check(people.map((recipient) => ({ recipient, phoneNumberId: PHONE_NUMBER_ID })));
			return run.data.resultData.runData.Node?.[0]?.hints?.map(({ message }) => message) ?? [];
		};
		expect(await hintsOf('+15550100001', '+15550100002')).toEqual([]);
		expect(await hintsOf('+15550100001', '+15550100004')).toEqual([expect.stringMatching(/^The window closes in 14 minutes\./)]);
	});

	it('gives instants as ISO 8601 in UTC, 24 hours apart', async () => {
		const { outputs } = await check([{ recipient: '+15550100001', phoneNumberId: PHONE_NUMBER_ID }]);
		const session = outputs[OPEN]?.[0]?.json.session as Record<string, string>;
		expect(session.lastInboundAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
		expect(Date.parse(session.closesAt!) - Date.parse(session.lastInboundAt!)).toBe(24 * HOUR_MS);
		expect(Number(session.remainingSeconds)).toBeGreaterThan(22 * 3600);
	});

	it('uses the only number of the account when the item names none', async () => {
		const { outputs } = await check([{ recipient: '+1 (555) 010-0001' }]);
		expect(outputs[OPEN]?.[0]?.json.session).toMatchObject({ phoneNumberId: PHONE_NUMBER_ID });
	});

	it('judges another business number by itself', async () => {
		const { outputs } = await check([{ recipient: '+15550100001', phoneNumberId: '106540352242999' }]);
		expect(outputs[CLOSED]?.[0]?.json.session).toMatchObject({ reason: 'noInboundOnRecord' });
	});

	it('judges a given instant, and takes the margin off the end', async () => {
		const items = [{ recipient: '+15550100001', phoneNumberId: PHONE_NUMBER_ID }];
		const tomorrow = new Date(Date.now() + 23.5 * HOUR_MS).toISOString();
		const late = await check(items, { parameters: { options: { evaluateAt: tomorrow } } });
		expect(late.outputs[CLOSED]?.[0]?.json.session).toMatchObject({ reason: 'expired' });
		const soon = new Date(Date.now() + 22.5 * HOUR_MS).toISOString();
		const open = await check(items, { parameters: { options: { evaluateAt: soon } } });
		expect(open.outputs[OPEN]).toHaveLength(1);
		const careful = await check(items, { parameters: { options: { evaluateAt: soon, safetyMarginMinutes: 60 } } });
		expect(careful.outputs[CLOSED]?.[0]?.json.session).toMatchObject({ reason: 'withinSafetyMargin' });
	});

	it.each(['', null])('does not judge now in place of an instant that an expression does not give: %j', async (at) => {
		const parameters = { options: { evaluateAt: '={{ $json.at }}' } };
		const { error } = await check([{ recipient: '+15550100001', phoneNumberId: PHONE_NUMBER_ID, at }], { parameters });
		expect(error?.message).toMatch(/'Evaluate At' is not a timestamp: it is empty/);
	});

	it('does not judge an instant before the newest message, of which the store no longer knows the window', async () => {
		const parameters = { options: { evaluateAt: new Date(Date.now() - 5 * 24 * HOUR_MS).toISOString() } };
		const { error } = await check([{ recipient: '+15550100001', phoneNumberId: PHONE_NUMBER_ID }], { parameters });
		expect(error?.message).toMatch(/'Evaluate At' .* lies before the newest message/);
	});

	it('shows an AI agent every answer on the only output it sees', async () => {
		const tool = new SessionWindowCheck();
		tool.description = { ...tool.description, name: 'sessionWindowCheckTool' };
		const item = { recipient: '+15550100003', phoneNumberId: PHONE_NUMBER_ID };
		const { outputs } = await runNode({ node: tool, credential: stage.credential, items: toItems(item) });
		expect(outputs[OPEN]?.[0]?.json.session).toMatchObject({ isOpen: false, nextStep: 'template' });
	});

	describe('with a timestamp of the user', () => {
		const parameters = { source: 'timestamp' };
		const checkTimestamp = async (lastInboundAt: unknown, more: Partial<Parameters<typeof runNode>[0]> = {}) =>
			await runNode({ node, parameters, items: toItems({ lastInboundAt } as never), ...more });

		test.each([
			['Unix seconds as text', () => String(Math.floor(Date.now() / 1000) - 60)],
			['milliseconds', () => Date.now() - 60_000],
			['ISO 8601', () => new Date(Date.now() - 60_000).toISOString()],
		])('reads %s and needs no credential', async (_, value) => {
			const { outputs, error } = await checkTimestamp(value());
			expect(error).toBeUndefined();
			expect(outputs[OPEN]?.[0]?.json.session).toMatchObject({ isOpen: true, phoneNumberId: null, recipient: null });
		});

		it('refuses an instant that has not come yet, which a lost time zone makes of one', async () => {
			const { error } = await checkTimestamp(new Date(Date.now() + 8 * HOUR_MS).toISOString());
			expect(error?.message).toMatch(/'Timestamp' lies in the future/);
			const clockDifference = await checkTimestamp(new Date(Date.now() + 60_000).toISOString());
			expect(clockDifference.outputs[OPEN]).toHaveLength(1);
		});

		test.each([['nonsense'], [''], [null], [{ a: 1 }], [12]])('fails the item for %p with a sentence', async (value) => {
			const { error } = await checkTimestamp(value);
			expect(error?.message).toMatch(/^'Timestamp' is not a timestamp: /);
			expect(error?.description).toMatch(/ISO 8601/);
			expect(error?.context?.itemIndex).toBe(0);
		});
	});

	describe('with input it cannot read', () => {
		const good = { recipient: '+15550100001', phoneNumberId: PHONE_NUMBER_ID };

		test.each([
			['an empty recipient', { ...good, recipient: '' }, /'Recipient' is empty/],
			['no recipient at all', { phoneNumberId: PHONE_NUMBER_ID }, /'Recipient' is empty/],
			['an unreadable recipient', { ...good, recipient: 'Maria' }, /neither a phone number nor a business-scoped user ID \(BSUID\)/],
			['a number without country code', { ...good, recipient: '0151 2345678' }, /has no country code/],
			['a phone number for an ID', { ...good, phoneNumberId: '+15550100001' }, /'Business Phone Number' is not a phone number ID/],
		])('fails for %s, and names item and parameter', async (_, item, words) => {
			const { error, outputs } = await check([good, item]);
			expect(error?.message).toMatch(words);
			expect(error?.description).not.toBe('');
			expect(error?.message).toMatch(/ \[item 2 of 2\]$/);
			expect(outputs).toEqual([]);
		});

		it('goes on with the other items when it is told to, and calls the failed one neither open nor closed', async () => {
			const { outputs, error } = await check([{ ...good, recipient: '' }, good], {
				settings: { onError: 'continueRegularOutput' },
			});
			expect(error).toBeUndefined();
			expect(outputs[OPEN]).toHaveLength(1);
			expect(outputs[CLOSED]).toHaveLength(1);
			expect(outputs[CLOSED]?.[0]?.json.error).toMatch(/'Recipient' is empty/);
			expect(outputs[CLOSED]?.[0]?.json).not.toHaveProperty('session');
			expect(outputs[CLOSED]?.[0]?.pairedItem).toEqual({ item: 0 });
		});

		it('moves the failed item to the error output when there is one', async () => {
			const { outputs } = await check([{ ...good, recipient: '' }, good], {
				settings: { onError: 'continueErrorOutput' },
			});
			expect(outputs[OPEN]).toHaveLength(1);
			expect(outputs[CLOSED]).toHaveLength(0);
			expect(outputs[2]).toHaveLength(1);
		});
	});

	it('asks which number when the account has several and the item names none', async () => {
		const several = await openStage({
			phoneNumbers: [
				{ id: '106540352242901', displayPhoneNumber: '+1 555 010 0001', verifiedName: 'One' },
				{ id: '106540352242902', displayPhoneNumber: '+1 555 010 0002', verifiedName: 'Two' },
			],
		});
		const { error } = await runNode({ node, credential: several.credential, items: toItems({ recipient: '+15550100001' }) });
		await several.close();
		expect(error?.message).toMatch(/'Business Phone Number' is empty.*106540352242901.*106540352242902/);
	});

	it('is an error, and neither open nor closed, when the store cannot be read', async () => {
		const credential = { ...stage.credential, embeddedStorePath: '/dev/null/sessions.sqlite' };
		const { error, outputs } = await check([{ recipient: '+15550100001', phoneNumberId: PHONE_NUMBER_ID }], { credential });
		expect(error?.message).toContain('/dev/null/sessions.sqlite');
		expect(outputs).toEqual([]);
	});

	it.each([
		['as WhatsApp writes numbers', '+15550100077'],
		['in another spelling', '+1 (555) 010-0077'],
	])('shows the consent of somebody who never wrote, %s', async (_, recipient) => {
		const entry = { businessAccountId: String(stage.credential.businessAccountId), user: { waId: '15550100077' }, kind: 'marketing', state: 'optedOut' } as const;
		await stage.store.recordConsent([{ ...entry, atMs: 1_000, source: 'form', evidence: '' }]);
		const { outputs } = await check([{ recipient, phoneNumberId: PHONE_NUMBER_ID }]);
		expect(outputs[1]?.[0]?.json.session).toMatchObject({ reason: 'noInboundOnRecord', consent: { marketing: 'optedOut' } });
	});

	it('finds somebody behind a zero that is dialled within the country alone', async () => {
		const key = { phoneNumberId: PHONE_NUMBER_ID, user: { waId: '447911123456' } };
		await stage.store.recordEvidence([{ ...key, kind: 'inbound', atMs: Date.now() - 1_000 }]);
		const { outputs } = await check([{ recipient: '+4407911123456', phoneNumberId: PHONE_NUMBER_ID }]);
		expect(outputs[0]?.[0]?.json.session).toMatchObject({ isOpen: true, recipient: { phoneNumber: '+447911123456', waId: '447911123456' } });
	});

	it('reads the store once for all items of a run', async () => {
		const reads = jest.spyOn(stage.store, 'findPeople');
		await check(Array.from({ length: 50 }, (_, index) => ({ recipient: `+155501${1000 + index}0`, phoneNumberId: PHONE_NUMBER_ID })));
		expect(reads).toHaveBeenCalledTimes(1);
		reads.mockRestore();
	});
});

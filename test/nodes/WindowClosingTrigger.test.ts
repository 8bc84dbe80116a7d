import { ApplicationError, type IRun } from 'n8n-workflow';

import { WindowClosingTrigger } from '../../nodes/WindowClosingTrigger/WindowClosingTrigger.node';
import { ClosingWatch } from '../../nodes/WindowClosingTrigger/ClosingWatch';
import { readSettings } from '../../nodes/WindowClosingTrigger/readSettings';
import { createAccountOpener } from '../../nodes/shared/n8n/account/createAccountOpener';
import { BUSINESS_ACCOUNT_ID, openStage, PHONE_NUMBER_ID, type Stage } from '../support/openStage';
import { createWatchContext, startWatching, type WatchContext, type Watching } from '../support/startWatching';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const NOON_MS = Date.UTC(2026, 10, 26, 12);
const ADA = { bsuid: 'US.1', waId: '15551234567' };
const BEN = { bsuid: 'US.2' };
const ENDED = {} as IRun;

const node = new WindowClosingTrigger();
let nodeIds = 0;

describe('Window Closing Trigger', () => {
	let stage: Stage;
	let nowMs = NOON_MS;
	beforeEach(async () => {
		stage = await openStage();
		nowMs = NOON_MS;
	});
	afterEach(async () => await stage.close());

	const record = async (kind: 'inbound' | 'outbound', user: object, atMs: number, phoneNumberId = PHONE_NUMBER_ID) =>
		await stage.store.recordEvidence([{ kind, phoneNumberId, user, atMs }]);

	const watchingOf = (more: Partial<Watching> = {}): Watching => ({
		node,
		readCredential: () => stage.credential,
		nodeId: `node ${nodeIds++}`,
		timezone: 'Europe/Berlin',
		...more,
	});

	/** A trigger with a clock of the test, that looks when it is told to. */
	async function openWatch(more: Partial<Watching> = {}): Promise<WatchContext & { watch: ClosingWatch }> {
		const watched = createWatchContext(watchingOf(more));
		return { ...watched, watch: new ClosingWatch(watched.context, readSettings(watched.context), createAccountOpener(watched.context, () => nowMs), () => nowMs) };
	}

	/** Lets what a trigger hears from n8n have its effect. */
	const settle = async () => await new Promise((resolve) => setImmediate(resolve)).then(async () => await stage.store.renewClosings([], 0));

	it('tells of the window of a group as of that of a person, by the group', async () => {
		const groupId = 'Y2FwaV9ncm91cDoxOjEyMDM2MzAwMDAwMDAwMDAwMQ';
		const { watch, executions } = await openWatch();
		await record('inbound', { bsuid: groupId }, NOON_MS - 23 * HOUR_MS);
		await watch.look();
		const [[item] = []] = executions.map(({ items }) => items);
		expect(item?.json).toMatchObject({ event: 'windowClosing', recipient: groupId, session: { isOpen: true, recipient: { groupId, bsuid: null } } });
	});

	it('looks into another store a minute after its credential names it, without being published anew', async () => {
		const other = await openStage();
		let credential = stage.credential;
		const { watch, executions } = await openWatch({ readCredential: () => credential });
		await watch.look();
		credential = other.credential;
		await other.store.recordEvidence([{ kind: 'inbound', phoneNumberId: PHONE_NUMBER_ID, user: ADA, atMs: NOON_MS - 22 * HOUR_MS }]);
		nowMs = NOON_MS + 59_999;
		await watch.look();
		expect(executions).toEqual([]);
		nowMs = NOON_MS + 60_000;
		await watch.look();
		expect(executions).toHaveLength(1);
		await other.close();
	});

	it('puts out who is not answered two hours before the window closes, with all that is known', async () => {
		await record('inbound', ADA, NOON_MS - 22 * HOUR_MS);
		await record('outbound', ADA, NOON_MS - 23 * HOUR_MS);
		const { watch, executions } = await openWatch();
		nowMs = NOON_MS - 1;
		await watch.look();
		expect(executions).toEqual([]);
		nowMs = NOON_MS;
		await watch.look();
		expect(executions.map(({ items }) => items)).toEqual([
			[
				{
					json: {
						event: 'windowClosing',
						recipient: '+15551234567',
						phoneNumberId: PHONE_NUMBER_ID,
						businessAccountId: BUSINESS_ACCOUNT_ID,
						closesAt: '2026-11-26T14:00:00.000Z',
						remainingMinutes: 115,
						lastHumaneAt: '2026-11-26T13:55:00.000Z',
						lastInboundAt: '2026-11-25T14:00:00.000Z',
						minutesSinceLastInbound: 22 * 60,
						lastAnswerAt: '2026-11-25T13:00:00.000Z',
						minutesSinceLastAnswer: 23 * 60,
						isAnswered: false,
						isLate: false,
						lateByMinutes: 0,
						session: expect.objectContaining({ isOpen: true, nextStep: 'freeForm', remainingSeconds: 7_200 }) as object,
					},
				},
			],
		]);
	});

	it('is late rather than silent, and says so, also of a window that closed meanwhile', async () => {
		const { watch, executions } = await openWatch();
		await watch.look();
		await record('inbound', ADA, NOON_MS - 20 * HOUR_MS);
		await record('inbound', BEN, NOON_MS - 16 * HOUR_MS);
		nowMs = NOON_MS + 7 * HOUR_MS;
		await watch.look();
		const seen = executions[0]?.items.map(({ json }) => [json.recipient, json.isLate, json.lateByMinutes, json.remainingMinutes, json.session]);
		expect(seen).toEqual([
			['+15551234567', true, 300, 0, expect.objectContaining({ isOpen: false, reason: 'expired', nextStep: 'template' })],
			['US.2', true, 60, 55, expect.objectContaining({ isOpen: true })],
		]);
	});

	it('puts out one item with a list, and those who were answered, where that is wanted', async () => {
		await record('inbound', ADA, NOON_MS - 23 * HOUR_MS);
		await record('outbound', ADA, NOON_MS - HOUR_MS);
		await record('inbound', BEN, NOON_MS - 22 * HOUR_MS);
		const { watch, executions } = await openWatch({ parameters: { conversations: 'all', putOut: 'list' } });
		await watch.look();
		expect(executions).toHaveLength(1);
		expect(executions[0]?.items).toMatchObject([
			{ json: { event: 'windowClosing', count: 2, conversations: [{ recipient: '+15551234567', isAnswered: true }, { recipient: 'US.2' }] } },
		]);
	});

	it('tells of a window that closes at night before the night', async () => {
		// 03:12 in Berlin.
		await record('inbound', ADA, Date.UTC(2026, 10, 26, 2, 12));
		const { watch, executions } = await openWatch({ parameters: { beforeNight: true } });
		nowMs = Date.UTC(2026, 10, 26, 18) - 1;
		await watch.look();
		expect(executions).toEqual([]);
		nowMs += 1;
		await watch.look();
		expect(executions[0]?.items[0]?.json).toMatchObject({
			closesAt: '2026-11-27T02:12:00.000Z',
			lastHumaneAt: '2026-11-26T20:00:00.000Z',
			isLate: false,
		});
	});

	it('is about the numbers of its account alone, or those that were chosen', async () => {
		await record('inbound', ADA, NOON_MS - 23 * HOUR_MS, 'another account');
		const all = await openWatch();
		await all.watch.look();
		expect(all.executions).toEqual([]);
		const chosen = await openWatch({ parameters: { options: { phoneNumberIds: ['another account'] } } });
		await chosen.watch.look();
		expect(chosen.executions).toHaveLength(1);
	});

	it('puts 1,200 windows out in batches of 500, each once', async () => {
		const users = Array.from({ length: 1_200 }, (_, index) => ({ waId: `1555${1_000_000 + index}` }));
		await stage.store.recordEvidence(
			users.map((user, index) => ({ kind: 'inbound' as const, phoneNumberId: PHONE_NUMBER_ID, user, atMs: NOON_MS - 23 * HOUR_MS + index })),
		);
		const { watch, executions } = await openWatch();
		await watch.look();
		await watch.look();
		expect(executions.map(({ items }) => items.length)).toEqual([500, 500, 200]);
		const told = executions.flatMap(({ items }) => items.map(({ json }) => json.recipient));
		expect(told).toEqual(users.map(({ waId }) => `+${waId}`));
		expect(new Set(executions.map(({ deduplicationKey }) => deduplicationKey)).size).toBe(3);
	});

	describe('over an end of n8n', () => {
		const nodeId = 'lasting';
		const restart = async () => await openWatch({ nodeId });
		beforeEach(async () => await record('inbound', ADA, NOON_MS - 22 * HOUR_MS));

		it('hands over again what n8n never acknowledged, under the same name, and not what it has', async () => {
			const first = await restart();
			await first.watch.look();
			nowMs += 3 * MINUTE_MS;
			const second = await restart();
			await second.watch.look();
			expect(second.executions).toHaveLength(1);
			expect(second.executions[0]?.deduplicationKey).toBe(first.executions[0]?.deduplicationKey);
			expect(first.executions[0]?.deduplicationKey).toMatch(/^whatsapp-session\/closing\/[0-9a-f-]{36}$/);
			second.executions[0]?.done?.resolve(ENDED);
			await settle();
			nowMs += 3 * MINUTE_MS;
			const third = await restart();
			await third.watch.look();
			expect(third.executions).toEqual([]);
		});

		it('keeps what a long execution has, as long as it lives', async () => {
			const first = await restart();
			for (let minutes = 0; minutes < 10; minutes++) {
				await first.watch.look();
				nowMs += MINUTE_MS;
			}
			expect(first.executions).toHaveLength(1);
		});

		it('hands over again what n8n could not begin', async () => {
			const { watch, executions, logs } = await restart();
			await watch.look();
			executions[0]?.done?.reject(new ApplicationError('database is locked'));
			await settle();
			expect(logs).toEqual([expect.stringMatching(/could not be handed over, and come again/)]);
			await watch.look();
			expect(executions).toHaveLength(1);
			nowMs += 3 * MINUTE_MS;
			await watch.look();
			expect(executions.map(({ deduplicationKey }) => deduplicationKey)).toEqual([
				executions[0]?.deduplicationKey,
				executions[0]?.deduplicationKey,
			]);
		});

		it('forgets a batch whose people have all written again', async () => {
			await (await restart()).watch.look();
			await record('inbound', ADA, NOON_MS);
			nowMs += 3 * MINUTE_MS;
			const second = await restart();
			await second.watch.look();
			expect(second.executions).toEqual([]);
			nowMs = NOON_MS + 22 * HOUR_MS;
			await second.watch.look();
			expect(second.executions).toHaveLength(1);
		});
	});

	describe('as n8n runs it', () => {
		const start = async (more: Partial<Watching> = {}) => await startWatching(watchingOf(more));

		it('looks when it begins, and ends when it is told to', async () => {
			await record('inbound', ADA, Date.now() - 23 * HOUR_MS);
			const { executions, response, logs } = await start();
			await response?.closeFunction?.();
			expect(logs).toEqual([]);
			expect(executions).toHaveLength(1);
		});

		it('does not tell, when it is published, what closed before', async () => {
			await record('inbound', ADA, Date.now() - 25 * HOUR_MS);
			const nodeId = 'published again';
			await stage.store.beginClosings(`instance/test-workflow/${nodeId}`, Date.now() - 3 * DAY_MS);
			const published = await start({ nodeId, activation: 'activate' });
			await published.response?.closeFunction?.();
			expect(published.executions).toEqual([]);
		});

		it('tells, when n8n is back, what closed meanwhile', async () => {
			await record('inbound', ADA, Date.now() - 25 * HOUR_MS);
			const nodeId = 'back';
			await stage.store.beginClosings(`instance/test-workflow/${nodeId}`, Date.now() - 3 * DAY_MS);
			const restarted = await start({ nodeId, activation: 'init' });
			await restarted.response?.closeFunction?.();
			expect(restarted.executions).toHaveLength(1);
		});

		it.each([
			['0 minutes', { lead: 0 }, /'Before It Closes' is not more than 5 minutes/],
			['25 hours', { lead: 25, unit: 'hours' }, /25 hours/],
			['a time zone that does not exist', { beforeNight: true, timeZone: 'Mars/Olympus' }, /'Time Zone' is no time zone: "Mars\/Olympus"/],
			['quiet hours that leave no minute', { beforeNight: true, nightUntil: '21:00' }, /leaves no minute of the day/],
		])('is not published with %s', async (_, parameters, message) => {
			await expect(start({ parameters })).rejects.toThrow(message);
		});

		it('shows in the editor whose windows close next, and claims nothing', async () => {
			const nodeId = 'shown';
			await record('inbound', ADA, Date.now() - HOUR_MS);
			await record('inbound', BEN, Date.now() - 23 * HOUR_MS);
			const shown = await start({ nodeId, activation: 'manual' });
			await shown.response?.manualTriggerFunction?.();
			expect(shown.executions[0]?.items.map(({ json }) => json.recipient)).toEqual(['US.2', '+15551234567']);
			const live = await start({ nodeId });
			await live.response?.closeFunction?.();
			expect(live.executions[0]?.items.map(({ json }) => json.recipient)).toEqual(['US.2']);
		});

		it.each([
			['unanswered', /choose 'All' in 'Conversations'.* let somebody write .* and do not answer; then execute/],
			['all', /^Let somebody write [^;]* is published; then execute/],
		])('says in the editor what to do where nothing can be shown: %s', async (conversations, advice) => {
			await record('inbound', ADA, Date.now() - (conversations === 'all' ? DAY_MS : HOUR_MS));
			await record('outbound', ADA, Date.now());
			const shown = await start({ activation: 'manual', parameters: { putOut: 'list', conversations } });
			await expect(shown.response?.manualTriggerFunction?.()).rejects.toMatchObject({
				message: expect.stringMatching(/No conversation .* is open right now/) as string,
				description: expect.stringMatching(advice) as string,
			});
		});
	});
});

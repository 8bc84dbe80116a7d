import { forgetChangedTemplates } from '../../../nodes/shared/n8n/templates/forgetChangedTemplates';
import type { SessionCredentials } from '../../../nodes/shared/n8n/account/SessionCredentials';

const NOON_MS = Date.UTC(2026, 10, 24, 12);
let accounts = 0;

/** An account whose list is loaded at noon, and a store that has heard of one change. */
function openAccount(changedAtMs: number, accessToken = 'a token') {
	if (accessToken === 'a token') accounts += 1;
	const businessAccountId = String(accounts);
	const state = { loadedAtMs: NOON_MS as number | undefined, loads: 0 };
	const account = {
		credentials: { businessAccountId, accessToken, graph: { baseUrl: 'https://graph.example' }, store: { kind: 'embedded' } } as SessionCredentials,
		templatesLoadedAtMs: () => state.loadedAtMs,
		forgetTemplates: () => {
			state.loads += 1;
		},
	};
	const all = [{ businessAccountId, templateId: '1', atMs: changedAtMs }];
	const store = { findTemplateChanges: async (_: string, sinceMs: number) => all.filter(({ atMs }) => atMs >= sinceMs) };
	const look = async () => {
		jest.advanceTimersByTime(1_001);
		await forgetChangedTemplates(account, store);
		return state.loads;
	};
	return { look, state, all };
}

describe('forgetChangedTemplates', () => {
	beforeEach(() => void jest.useFakeTimers({ now: NOON_MS, doNotFake: ['nextTick', 'queueMicrotask'] }));
	afterEach(() => void jest.useRealTimers());

	test.each([
		['by a clock that is ahead', NOON_MS + 60_000],
		['by the same clock', NOON_MS + 1],
		['by a clock that is behind', NOON_MS - 20_000],
	])('heeds a change once, dated %s', async (_case, changedAtMs) => {
		const { look } = openAccount(changedAtMs);

		expect(await look()).toBe(1);
		expect(await look()).toBe(1);
		expect(await look()).toBe(1);
	});

	test('heeds each later change', async () => {
		const { look, all } = openAccount(NOON_MS + 1);
		await look();
		all.push({ ...all[0]!, atMs: NOON_MS + 2 });

		expect(await look()).toBe(2);
	});

	test('heeds a change for the list of every token', async () => {
		const [first, second] = [openAccount(NOON_MS + 1), openAccount(NOON_MS + 1, 'another token')];

		expect([await first.look(), await second.look(), await first.look()]).toEqual([1, 1, 1]);
	});

	test('leaves a list alone that is younger than the news', async () => {
		expect(await openAccount(NOON_MS - 31_000).look()).toBe(0);
	});

	test('asks nothing while no list is remembered', async () => {
		const { look, state } = openAccount(NOON_MS + 1);
		state.loadedAtMs = undefined;

		expect(await look()).toBe(0);
	});
});

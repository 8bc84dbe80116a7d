import type { UserIdentity } from '../../nodes/shared/domain/Session';
import type { SessionCursor, SessionQuery } from '../../nodes/shared/store/SessionList';
import type { Store } from '../../nodes/shared/store/Store';
import { HOUR_MS, NOON_MS } from './instants';
import type { OpenStore } from './OpenStore';

const ALL = { phoneNumberIds: ['1'], fromMs: 0, untilMs: NOON_MS + HOUR_MS, limit: 1_000 };

/** Who wrote, page by page. */
export function describeSessionList(open: OpenStore): void {
	describe('the list of sessions', () => {
		let store: Store;
		beforeEach(async () => void ({ store } = await open()));
		afterEach(() => store.close());

		const wrote = async (waId: string, atMs: number, phoneNumberId = '1') =>
			await store.recordEvidence([{ kind: 'inbound', phoneNumberId, user: { waId }, atMs }]);
		const list = async (query: Partial<SessionQuery> = {}) =>
			(await store.listSessions({ ...ALL, order: 'oldestFirst', ...query })).sessions.map((session) => session.waId);

		it('is empty where nobody wrote, and where no number is asked for', async () => {
			expect(await store.listSessions({ ...ALL, order: 'newestFirst' })).toEqual({ sessions: [] });
			await wrote('15550100001', NOON_MS);
			expect(await list({ phoneNumberIds: [] })).toEqual([]);
		});

		it('begins with the window that closes first, or with who wrote last', async () => {
			await wrote('3', NOON_MS + 3);
			await wrote('1', NOON_MS + 1);
			await wrote('2', NOON_MS + 2);
			expect(await list()).toEqual(['1', '2', '3']);
			expect(await list({ order: 'newestFirst' })).toEqual(['3', '2', '1']);
		});

		it.each(['oldestFirst', 'newestFirst'] as const)('takes the first instant in and leaves the last one out, %s', async (order) => {
			for (const second of [1, 2, 3, 4]) await wrote(String(second), NOON_MS + second);
			expect((await list({ order, fromMs: NOON_MS + 2, untilMs: NOON_MS + 4 })).sort()).toEqual(['2', '3']);
		});

		it('holds the numbers that are asked for, and nobody who never wrote', async () => {
			await wrote('1', NOON_MS);
			await wrote('1', NOON_MS, '2');
			await wrote('2', NOON_MS, '3');
			await store.recordEvidence([{ kind: 'refusal', phoneNumberId: '1', user: { waId: '9' }, atMs: NOON_MS }]);
			expect(await list({ phoneNumberIds: ['1', '3'] })).toEqual(['1', '2']);
		});

		it.each(['oldestFirst', 'newestFirst'] as const)('gives every session once over its pages, also of one and the same instant, %s', async (order) => {
			const people = Array.from({ length: 25 }, (_, index) => ({ waId: String(100 + index) }));
			await store.recordEvidence(people.map((user, index) => ({ kind: 'inbound', phoneNumberId: '1', user, atMs: NOON_MS + Math.floor(index / 7) })));
			const found: UserIdentity[] = [];
			let after: SessionCursor | undefined;
			let pages = 0;
			do {
				const page = await store.listSessions({ ...ALL, order, limit: 4, after });
				found.push(...page.sessions);
				after = page.next;
				pages += 1;
			} while (after);
			expect(pages).toBe(7);
			expect(found.map(({ waId }) => waId).sort()).toEqual(people.map(({ waId }) => waId));
		});

		it('says when the business last wrote to the person from that number', async () => {
			const user = { bsuid: 'US.1', waId: '15550100001' };
			const answer = async (to: UserIdentity, atMs: number, phoneNumberId = '1') => await store.recordEvidence([{ kind: 'answer', phoneNumberId, user: to, atMs }]);
			await store.recordEvidence([{ kind: 'inbound', phoneNumberId: '1', user, atMs: NOON_MS }]);
			const lastAnswer = async () => (await store.listSessions({ ...ALL, order: 'oldestFirst' })).sessions[0]?.lastAnswerAtMs;
			expect(await lastAnswer()).toBeUndefined();
			await answer({ waId: user.waId }, NOON_MS + 2);
			await answer({ waId: user.waId }, NOON_MS + 9, '2');
			await answer({ bsuid: user.bsuid }, NOON_MS + 1);
			expect(await lastAnswer()).toBe(NOON_MS + 2);
		});
	});
}

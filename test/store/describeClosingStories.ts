import fc from 'fast-check';

import type { Store } from '../../nodes/shared/store/Store';
import { DAY_MS, HOUR_MS, NOON_MS } from './instants';
import type { OpenedStore, OpenStore } from './OpenStore';
import { LEASE_MS } from './toWebhookRecord';

const LEAD_MS = 2 * HOUR_MS;
const PEOPLE = ['15550000001', '15550000002', '15550000003'];

type Step = { what: 'inbound' | 'late' | 'answer'; person: number } | { what: 'wait'; hours: number } | { what: 'look'; dies: boolean } | { what: 'restart' };
const steps: fc.Arbitrary<Step> = fc.oneof(
	fc.record({ what: fc.constantFrom('inbound' as const, 'late' as const, 'answer' as const), person: fc.nat(PEOPLE.length - 1) }),
	fc.record({ what: fc.constant('wait' as const), hours: fc.constantFrom(1, 11, 21, 22) }),
	fc.record({ what: fc.constant('look' as const), dies: fc.boolean() }),
	fc.constant({ what: 'restart' as const }),
);

/** Somebody who remembers everything: who wrote when, who was answered when, and of which windows n8n has heard. */
class Model {
	readonly inbound = new Map<string, number>();
	readonly answered = new Map<string, number>();
	/** Until when a window is somebody's who may have died; for ever once n8n has it. */
	private readonly held = new Map<string, number>();
	private lookedAtMs: number | undefined;

	/** Whom a look must tell of. */
	look(atMs: number, dies: boolean): string[] {
		const told = PEOPLE.filter((person) => {
			const wroteMs = this.inbound.get(person) ?? Infinity;
			const heldUntilMs = this.held.get(`${person} ${wroteMs}`);
			const isNews = heldUntilMs === undefined && wroteMs + DAY_MS > Math.min(this.lookedAtMs ?? atMs, atMs);
			const isLost = heldUntilMs !== undefined && heldUntilMs <= atMs;
			return wroteMs + DAY_MS - LEAD_MS <= atMs && (this.answered.get(person) ?? -1) < wroteMs && (isNews || isLost);
		});
		for (const person of told) this.held.set(`${person} ${this.inbound.get(person)}`, dies ? atMs + LEASE_MS : Infinity);
		this.lookedAtMs = atMs;
		return told;
	}
}

/** Any order of messages, answers, looks, deaths and restarts. */
export function describeClosingStories(open: OpenStore): void {
	it('closing alarms tell of every window that stays unanswered once n8n has heard of it exactly once, whatever happens', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(steps, { minLength: 5, maxLength: 25 }), async (story) => {
				const opened = await open();
				const end = await play(opened, story);
				await end.close();
			}),
			{ numRuns: 40 },
		);
	}, 60_000);
}

async function play(opened: OpenedStore, story: Step[]): Promise<Store> {
	let { store } = opened;
	const model = new Model();
	let nowMs = NOON_MS;
	let looks = 0;
	for (const step of story) {
		nowMs += 1_000;
		if (step.what === 'wait') nowMs += step.hours * HOUR_MS;
		else if (step.what === 'restart') {
			await store.close();
			store = await opened.reopen();
		} else if (step.what === 'look') {
			looks += 1;
			expect(await look(store, nowMs, step.dies, `look ${looks}`)).toEqual(model.look(nowMs, step.dies));
		} else {
			const waId = PEOPLE[step.person]!;
			const atMs = step.what === 'late' ? nowMs - 21 * HOUR_MS : nowMs;
			const known = step.what === 'answer' ? model.answered : model.inbound;
			if (step.what !== 'answer' || model.inbound.has(waId)) known.set(waId, Math.max(known.get(waId) ?? 0, atMs));
			await store.recordEvidence([{ kind: step.what === 'answer' ? 'outbound' : 'inbound', phoneNumberId: '1', user: { waId }, atMs }]);
		}
	}
	return store;
}

/** Looks as the trigger does; one that dies acknowledges nothing. */
async function look(store: Store, atMs: number, dies: boolean, name: string): Promise<string[]> {
	const told: string[] = [];
	for (let count = 0; ; count++) {
		const query = { phoneNumberIds: ['1'], onlyUnanswered: true, atMs, dueInboundMs: atMs + LEAD_MS - DAY_MS, limit: 2 };
		const batch = await store.claimClosings({ ...query, alarm: 'alarm', batchId: `${name}.${count}`, leaseUntilMs: atMs + LEASE_MS });
		if (!batch) return told.sort();
		if (!dies || batch.sessions.length === 0) await store.acknowledgeClosings([batch.batchId]);
		told.push(...batch.sessions.map(({ waId }) => waId!));
	}
}

import fc from 'fast-check';

import type { TemplateChange } from '../../nodes/shared/domain/TemplateChange';
import type { Store } from '../../nodes/shared/store/Store';
import { DAY_MS, HOUR_MS, NOON_MS, SECOND_MS } from './instants';
import type { OpenedStore, OpenStore } from './OpenStore';
import { toWebhookRecord } from './toWebhookRecord';

const WABA = '102290129340398';
const change = (templateId: string, atMs: number, businessAccountId = WABA): TemplateChange => ({ businessAccountId, templateId, atMs });

/** The news about message templates. */
export function describeTemplateChanges(open: OpenStore): void {
	describe('changes of templates', () => {
		let store: Store;
		let countRows: OpenedStore['countRows'];
		beforeEach(async () => ({ store, countRows } = await open()));
		afterEach(() => store.close());

		const report = async (...templateChanges: TemplateChange[]) =>
			void (await store.recordWebhook(toWebhookRecord({ templateChanges })));
		const changedSince = async (sinceMs: number, account = WABA) =>
			(await store.findTemplateChanges(account, sinceMs)).sort((a, b) => a.templateId.localeCompare(b.templateId));

		it('are none where none was reported', async () => {
			expect(await changedSince(0)).toEqual([]);
		});

		it('are found from the instant of the change on, for their own account', async () => {
			await report(change('1', NOON_MS), change('2', NOON_MS + SECOND_MS), change('3', NOON_MS, 'another'));
			expect(await changedSince(NOON_MS)).toEqual([change('1', NOON_MS), change('2', NOON_MS + SECOND_MS)]);
			expect(await changedSince(NOON_MS + 1)).toEqual([change('2', NOON_MS + SECOND_MS)]);
			expect(await changedSince(NOON_MS + SECOND_MS + 1)).toEqual([]);
			expect(await changedSince(0, 'another')).toEqual([change('3', NOON_MS, 'another')]);
		});

		it('keep the latest instant of each template, in whatever order they arrive', async () => {
			const changes = fc.array(fc.tuple(fc.constantFrom('a', "b'", '"c"'), fc.nat(50)), { minLength: 1, maxLength: 8 });
			let account = 0;
			await fc.assert(
				fc.asyncProperty(changes, fc.boolean(), async (list, isOneWebhook) => {
					const waba = `waba ${account++}`;
					const all = list.map(([id, second]) => change(id, NOON_MS + second, waba));
					if (isOneWebhook) await report(...all);
					else for (const one of all) await report(one);
					const latest = new Map<string, number>();
					for (const { templateId, atMs } of all) latest.set(templateId, Math.max(atMs, latest.get(templateId) ?? 0));
					const found = await store.findTemplateChanges(waba, 0);
					expect(new Map(found.map(({ templateId, atMs }) => [templateId, atMs]))).toEqual(latest);
				}),
				{ numRuns: 20 },
			);
		});

		it('are kept for 30 days, and then forgotten', async () => {
			await report(change('1', NOON_MS), change('2', NOON_MS + HOUR_MS));
			await store.prune(NOON_MS + 30 * DAY_MS);
			expect(await countRows('template_changes')).toBe(2);
			await store.prune(NOON_MS + 30 * DAY_MS + HOUR_MS);
			expect(await changedSince(0)).toEqual([change('2', NOON_MS + HOUR_MS)]);
			expect(await countRows('template_changes')).toBe(1);
		});
	});
}

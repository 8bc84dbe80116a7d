import { SessionStoreError } from '../../nodes/shared/store/SessionStoreError';
import type { Store } from '../../nodes/shared/store/Store';
import { DAY_MS, NOON_MS, SECOND_MS } from './instants';
import type { OpenedStore, OpenStore } from './OpenStore';
import { named } from './named';
import { LEASE_MS, toWebhookRecord } from './toWebhookRecord';

/** What an expression makes of an emoji that it cuts in half, and NUL, none of which is text to every database; and what is text to all of them. */
const AWKWARD: Array<[what: string, given: string, kept: string]> = [
	['the first half of an emoji', 'Thanks\ud83d', 'Thanks\uFFFD'],
	['the second half of an emoji', '\ude00 bye', '\uFFFD bye'],
	['the halves of an emoji in the wrong order', 'a\ude00\ud83db', 'a\uFFFD\uFFFDb'],
	['NUL', 'a\0b', 'a\uFFFDb'],
	['a whole emoji', 'Thanks😀', 'Thanks😀'],
	['what would end a statement', `x'); DROP TABLE sessions; --"$1\\`, `x'); DROP TABLE sessions; --"$1\\`],
];

const NO_WHOLE_NUMBERS: Array<[what: string, given: number]> = [
	['NaN', NaN],
	['Infinity', Infinity],
	['-Infinity', -Infinity],
	['a number past all instants', Number.MAX_VALUE],
];

/** Text and numbers that no column holds: what expressions and strangers may hand over. */
export function describeAwkwardValues(open: OpenStore): void {
	describe('an awkward value', () => {
		let opened: OpenedStore;
		let store: Store;
		beforeEach(async () => {
			opened = await open();
			({ store } = opened);
		});
		afterEach(() => store.close());

		describe.each(AWKWARD)('%s', (_, text, kept) => {
			it('is well-formed in the names of a session, and finds it again', async () => {
				const key = { phoneNumberId: text, user: { bsuid: `US.${text}`, waId: text } };
				await store.recordEvidence([{ kind: 'inbound', ...key, atMs: NOON_MS }]);
				const session = { phoneNumberId: kept, bsuid: `US.${kept}`, waId: kept, lastInboundAtMs: NOON_MS };
				expect(await store.findSessions([key, { phoneNumberId: text, user: { waId: text } }])).toMatchObject([session, session]);
			});

			it('is well-formed in the name of an event, which is leased once', async () => {
				const record = toWebhookRecord({ receiver: text, deliveryId: text, eventIds: [text, kept] });
				expect(await store.recordWebhook(record)).toEqual({ leased: [kept], underWay: [] });
				await store.renewLease(text, text, [text], NOON_MS + 2 * LEASE_MS);
				expect(await store.recordWebhook({ ...record, deliveryId: 'other' })).toEqual({ leased: [], underWay: [kept] });
				await store.releaseEvents(text, text, [text]);
				await store.acknowledgeEvents(text, [text], NOON_MS);
				expect(await store.recordWebhook(record)).toEqual({ leased: [], underWay: [] });
			});

			it('is well-formed in consent, which counts for its person, once', async () => {
				const entry = { businessAccountId: text, user: { waId: text }, kind: 'marketing', state: 'optedOut', atMs: NOON_MS, source: text, evidence: text } as const;
				await store.recordConsent([entry, { ...entry, evidence: kept }]);
				expect(await store.findConsent(text, [{ waId: text }])).toMatchObject([{ marketing: 'optedOut' }]);
				expect(await opened.countRows('consent_entries')).toBe(1);
			});

			it('is well-formed in a renaming, which carries the consent over', async () => {
				const entry = { businessAccountId: 'w', user: { waId: text }, kind: 'marketing', state: 'optedOut', atMs: NOON_MS, source: 's', evidence: 'e' } as const;
				const renaming = { businessAccountId: 'w', previous: { waId: text }, current: { bsuid: `US.${text}` }, atMs: NOON_MS, evidence: text };
				await store.recordWebhook(toWebhookRecord({ consent: [entry], renamings: [renaming] }));
				expect(await store.findConsent('w', [{ bsuid: `US.${text}` }])).toMatchObject([{ marketing: 'optedOut' }]);
			});

			it('is well-formed in a send, whose key one claims', async () => {
				const claim = { sendOnceKey: text, phoneNumberId: text, user: { waId: text }, sentAs: 'freeForm', claimedAtMs: NOON_MS, origin: { nodeName: text } } as const;
				expect(await store.claimSends([claim, { ...claim, sendOnceKey: kept }])).toMatchObject([undefined as never, { sendOnceKey: kept }]);
				await store.recordOutcomes([{ sendOnceKey: text, state: 'sent', messageId: text, sentAtMs: NOON_MS }]);
				const sent = { sendOnceKey: kept, state: 'sent', messageId: kept, user: { waId: kept }, origin: { nodeName: kept } };
				expect(await store.claimSends([claim])).toMatchObject([sent]);
				expect(await store.findSendsByName([named(text), named(kept)])).toMatchObject([sent, sent]);
				expect(await store.findSends([text])).toMatchObject([sent]);
			});

			it('is well-formed in a status, also in one that comes before its send', async () => {
				const status = { messageId: text, phoneNumberId: '1', user: {}, status: text, atMs: NOON_MS, errorCodes: [], price: { category: text } };
				await store.recordWebhook(toWebhookRecord({ statuses: [status] }));
				await store.claimSends([{ sendOnceKey: 'k', phoneNumberId: '1', user: { waId: '2' }, sentAs: 'template', claimedAtMs: NOON_MS }]);
				await store.recordOutcomes([{ sendOnceKey: 'k', state: 'sent', messageId: text, sentAtMs: NOON_MS }]);
				expect(await store.findSendsByName([named('k')])).toMatchObject([{ status: kept, price: { category: kept } }]);
			});

			it('is well-formed in the name of a template', async () => {
				const change = { businessAccountId: text, templateId: text, atMs: NOON_MS };
				await store.recordWebhook(toWebhookRecord({ templateChanges: [change, { ...change, templateId: kept }] }));
				expect(await store.findTemplateChanges(text, NOON_MS)).toEqual([{ businessAccountId: kept, templateId: kept, atMs: NOON_MS }]);
			});

			it('is well-formed in what tells one file from another', async () => {
				const key = { businessAccountId: text, phoneNumberId: text, sha256: text, mimeType: text };
				await store.recordMedia([{ ...key, mediaId: text, expiresAtMs: NOON_MS + DAY_MS }], NOON_MS);
				expect(await store.findMedia([key], NOON_MS)).toMatchObject([{ mimeType: kept, mediaId: kept }]);
				await store.forgetMedia([{ ...key, mediaId: text }]);
				expect(await store.findMedia([key], NOON_MS)).toEqual([undefined]);
			});

			it('is well-formed in a wait, and in the message that answers', async () => {
				const instants = { askedAtMs: NOON_MS, waitsSinceMs: NOON_MS, givesUpAtMs: NOON_MS + DAY_MS };
				const wait = { waitId: text, phoneNumberId: text, user: { waId: text }, questionIds: [], resumeUrl: text, instanceId: text, executionId: text, ...instants, takesGestures: false };
				await store.recordWaits([wait]);
				await store.recordQuestion(text, [text, kept], NOON_MS);
				const answer = { eventId: text, phoneNumberId: text, user: { waId: text }, repliesTo: text, atMs: NOON_MS + SECOND_MS };
				const delivery = { deliveryId: text, atMs: NOON_MS + SECOND_MS, leaseUntilMs: NOON_MS + LEASE_MS };
				const { claimed } = await store.claimAnswers([answer], delivery);
				expect(claimed).toMatchObject([{ eventId: kept, wait: { waitId: kept, questionIds: [kept], resumeUrl: kept } }]);
				await store.settleAnswers(text, claimed.map((claim) => ({ claim, outcome: 'continued' as const })));
				expect(await store.claimAnswers([answer], delivery)).toMatchObject({ claimed: [], continued: [kept] });
			});
		});

		const calls: Array<[port: string, name: string, call: (instant: number) => Promise<unknown>, table: string]> = [
			['sessions', `'atMs'`, (atMs) => store.recordEvidence([{ kind: 'inbound', phoneNumberId: '1', user: { waId: '2' }, atMs }]), 'sessions'],
			['events', `'receivedAtMs'`, (receivedAtMs) => store.recordWebhook({ ...toWebhookRecord({ eventIds: ['a'] }), receivedAtMs }), 'received_events'],
			['events', `'leaseUntilMs'`, (leaseUntilMs) => store.recordWebhook(toWebhookRecord({ eventIds: ['a'], leaseUntilMs })), 'received_events'],
			['acknowledgements', `'atMs'`, (atMs) => store.acknowledgeEvents('trigger', ['a'], atMs), 'received_events'],
			[
				'consent',
				`'atMs'`,
				(atMs) => store.recordConsent([{ businessAccountId: 'w', user: { waId: '2' }, kind: 'marketing', state: 'optedOut', atMs, source: 's', evidence: 'e' }]),
				'consent_entries',
			],
			['sends', `'claimedAtMs'`, (claimedAtMs) => store.claimSends([{ sendOnceKey: 'k', phoneNumberId: '1', user: { waId: '2' }, sentAs: 'freeForm', claimedAtMs }]), 'sends'],
			[
				'statuses',
				`'atMs'`,
				(atMs) => store.recordWebhook(toWebhookRecord({ statuses: [{ messageId: 'm', phoneNumberId: '1', user: {}, status: 'sent', atMs, errorCodes: [] }] })),
				'early_statuses',
			],
			['templates', `'atMs'`, (atMs) => store.recordWebhook(toWebhookRecord({ templateChanges: [{ businessAccountId: 'w', templateId: 't', atMs }] })), 'template_changes'],
			[
				'media',
				`'expiresAtMs'`,
				(expiresAtMs) => store.recordMedia([{ businessAccountId: 'w', phoneNumberId: '1', sha256: 'a', mimeType: 'b', mediaId: 'm', expiresAtMs }], NOON_MS),
				'media',
			],
			[
				'waits',
				`'givesUpAtMs'`,
				(givesUpAtMs) =>
					store.recordWaits([
						{ waitId: 'w', phoneNumberId: '1', user: { waId: '2' }, questionIds: ['q'], resumeUrl: 'u', instanceId: 'i', executionId: 'e', askedAtMs: NOON_MS, waitsSinceMs: NOON_MS, givesUpAtMs, takesGestures: false },
					]),
				'answer_waits',
			],
			[
				'gatherings',
				`'atMs'`,
				async (atMs) => {
					const messages = [{ eventId: 'e', phoneNumberId: '1', user: { waId: '2' }, event: '{}' }];
					await store.gatherMessages({ receiver: 'r', deliveryId: 'd', atMs, leaseUntilMs: NOON_MS + 2 * DAY_MS, limits: { waitMs: 1, mostMessages: 2, mostMs: 3 }, messages });
				},
				'gatherings',
			],
			[
				'the outbox',
				`'expiresAtMs'`,
				(expiresAtMs) => store.keepMessage({ key: 'k', label: 'l', businessAccountId: 'w', phoneNumberId: '1', user: { waId: '2' }, content: '{}', keptAtMs: NOON_MS, expiresAtMs }),
				'outbox',
			],
		];

		describe.each(calls)('in %s, as %s', (_port, name, call, table) => {
			it.each(NO_WHOLE_NUMBERS)('is refused with a sentence that names it, and nothing is recorded: %s', async (_, given) => {
				const failure = call(given);
				await expect(failure).rejects.toThrow(SessionStoreError);
				await expect(failure).rejects.toThrow(`The session store takes whole numbers, and ${name} is ${given}.`);
				expect(await store.findConsent('w', [])).toEqual([]);
				expect(await opened.countRows(table)).toBe(0);
			});

			it('loses the part of a millisecond that it has', async () => {
				await call(NOON_MS + DAY_MS + 0.75);
				expect(await opened.countRows(table)).toBe(1);
			});
		});
	});
}

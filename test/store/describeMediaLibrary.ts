import type { MediaKey, MediaRecord } from '../../nodes/shared/store/MediaLibrary';
import type { Store } from '../../nodes/shared/store/Store';
import { DAY_MS, NOON_MS } from './instants';
import { toWebhookRecord } from './toWebhookRecord';
import type { OpenedStore, OpenStore } from './OpenStore';

const MONTH_MS = 29 * DAY_MS;
const KEY: MediaKey = { businessAccountId: 'waba', phoneNumberId: '1', sha256: 'a'.repeat(64), mimeType: 'image/png' };
const upload = (mediaId: string, more: Partial<MediaRecord> = {}): MediaRecord => ({
	...KEY,
	mediaId,
	expiresAtMs: NOON_MS + MONTH_MS,
	...more,
});

/** The files that Meta has. */
export function describeMediaLibrary(open: OpenStore): void {
	describe('uploaded files', () => {
		let opened: OpenedStore;
		let store: Store;
		beforeEach(async () => {
			opened = await open();
			({ store } = opened);
		});
		afterEach(() => store.close());

		const find = async (key: MediaKey = KEY, atMs = NOON_MS) => (await store.findMedia([key], atMs))[0];

		it('are unknown where none was recorded, and nothing is asked for nothing', async () => {
			expect(await find()).toBeUndefined();
			expect(await store.findMedia([], NOON_MS)).toEqual([]);
			await store.recordMedia([], NOON_MS);
			await store.forgetMedia([]);
		});

		it('are found again after the store was opened anew', async () => {
			await store.recordMedia([upload('11')], NOON_MS);
			await store.close();
			store = await opened.reopen();
			expect(await find()).toEqual(upload('11'));
		});

		it.each<[what: string, other: Partial<MediaKey>]>([
			['another content', { sha256: 'b'.repeat(64) }],
			['another type', { mimeType: 'application/pdf' }],
			['another business number', { phoneNumberId: '2' }],
			['another account', { businessAccountId: `another's "waba"` }],
		])('are not taken for %s', async (_, other) => {
			await store.recordMedia([upload('11'), upload('12', other)], NOON_MS);
			expect(await find()).toEqual(upload('11'));
			expect(await find({ ...KEY, ...other })).toEqual(upload('12', other));
			await store.forgetMedia([upload('12', other)]);
			expect(await find()).toEqual(upload('11'));
			expect(await find({ ...KEY, ...other })).toBeUndefined();
		});

		it('are answered in the order of the questions, the unknown ones between them', async () => {
			const second = { ...KEY, sha256: 'b'.repeat(64) };
			await store.recordMedia([upload('11'), upload('12', second)], NOON_MS);
			const found = await store.findMedia([second, { ...KEY, sha256: 'c' }, KEY, second], NOON_MS);
			expect(found.map((file) => file?.mediaId)).toEqual(['12', undefined, '11', '12']);
		});

		it.each([
			[-1, '11'],
			[0, undefined],
			[1, undefined],
		])('are known until their media ID expires: %i ms from then', async (afterMs, mediaId) => {
			await store.recordMedia([upload('11')], NOON_MS);
			expect((await find(KEY, NOON_MS + MONTH_MS + afterMs))?.mediaId).toBe(mediaId);
		});

		it('keep the media ID that lives longest, in whatever order two uploads are recorded', async () => {
			const late = upload('12', { expiresAtMs: NOON_MS + MONTH_MS + 1 });
			await store.recordMedia([upload('11')], NOON_MS);
			await store.recordMedia([late], NOON_MS);
			await store.recordMedia([upload('11')], NOON_MS);
			expect(await find()).toEqual(late);
			const other = { sha256: 'b' };
			await store.recordMedia([{ ...late, ...other }, upload('11', other)], NOON_MS);
			expect((await find({ ...KEY, ...other }))?.mediaId).toBe('12');
		});

		it('are recorded by many at once', async () => {
			const uploads = Array.from({ length: 20 }, (_, index) => upload(String(index), { expiresAtMs: NOON_MS + 1 + index }));
			await Promise.all(uploads.map((one) => store.recordMedia([one, upload('other', { sha256: 'b' })], NOON_MS)));
			expect((await find())?.mediaId).toBe('19');
		});

		it('are forgotten by their media ID, so that one uploaded meanwhile stays', async () => {
			await store.recordMedia([upload('12', { expiresAtMs: NOON_MS + 2 })], NOON_MS);
			await store.forgetMedia([upload('11')]);
			expect((await find())?.mediaId).toBe('12');
			await store.forgetMedia([upload('11'), upload('12')]);
			expect(await find()).toBeUndefined();
		});

		it('are removed once they have expired', async () => {
			const other = { sha256: 'b' };
			await store.recordMedia([upload('11'), upload('12', { ...other, expiresAtMs: NOON_MS + MONTH_MS + 1 })], NOON_MS);
			await store.prune(NOON_MS + MONTH_MS - 1);
			expect(await opened.countRows('media')).toBe(2);
			await store.prune(NOON_MS + MONTH_MS);
			expect(await opened.countRows('media')).toBe(1);
			await store.prune(NOON_MS + MONTH_MS + 1);
			expect(await opened.countRows('media')).toBe(0);
		});

		it.each([
			[131053, undefined],
			[131026, 'carried'],
		])('gives no media ID that a message carried which failed for its file: %i', async (code, expected) => {
			const key = { businessAccountId: 'w', phoneNumberId: '1', sha256: 'carried', mimeType: 'image/png' };
			await store.recordMedia([{ ...key, mediaId: 'carried', expiresAtMs: NOON_MS + 1 }, { ...key, sha256: 'other', mediaId: 'other', expiresAtMs: NOON_MS + 1 }], NOON_MS);
			const sent = { sendOnceKey: 'k', phoneNumberId: '1', user: { waId: '2' }, sentAs: 'freeForm' as const, claimedAtMs: NOON_MS };
			await store.claimSends([{ ...sent, origin: { mediaIds: ['carried'] } }]);
			await store.recordOutcomes([{ sendOnceKey: 'k', state: 'sent', messageId: 'wamid.1', sentAtMs: NOON_MS }]);
			const status = { messageId: 'wamid.1', phoneNumberId: '1', user: { waId: '2' }, status: 'failed', atMs: NOON_MS, errorCodes: [code] };
			await store.recordWebhook(toWebhookRecord({ statuses: [status] }));
			const found = await store.findMedia([key, { ...key, sha256: 'other' }], NOON_MS);
			expect(found.map((media) => media?.mediaId)).toEqual([expected, 'other']);
		});
	});
}

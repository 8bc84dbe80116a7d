import { parseWebhook } from '../../../nodes/shared/webhook/parsing/parseWebhook';
import { toRenamings } from '../../../nodes/shared/webhook/evidence/toRenamings';

const AT_MS = 1_763_800_000_000;
const NEW_NUMBER = { type: 'user_changed_number', wa_id: '15551230009' };

function renamingsOf(system: object, message: object = {}, entry: object = { id: '102290129340398' }) {
	const messages = [{ id: 'wamid.A', from: '15551230001', timestamp: '1763800000', type: 'system', system, ...message }];
	const value = { metadata: { phone_number_id: '106540352242922' }, messages };
	return toRenamings(
		parseWebhook({ entry: [{ ...entry, changes: [{ field: 'messages', value }] }] }, AT_MS + 100_000).events,
	);
}

describe('toRenamings', () => {
	test('names the old and the new IDs, when, and what proves it', () => {
		expect(renamingsOf({ ...NEW_NUMBER, user_id: 'US.9', previous_user_id: 'US.1' })).toEqual([
			{
				businessAccountId: '102290129340398',
				previous: { bsuid: 'US.1', waId: '15551230001' },
				current: { bsuid: 'US.9', waId: '15551230009' },
				atMs: AT_MS,
				evidence: 'wamid.A',
			},
		]);
	});

	test('holds the numbers as stores keep them', () => {
		expect(renamingsOf({ ...NEW_NUMBER, wa_id: '5215512345678' }, { from: '551187654321' })).toMatchObject([
			{ previous: { waId: '5511987654321' }, current: { waId: '525512345678' } },
		]);
	});

	test.each([
		['no old ID is named', NEW_NUMBER, { from: undefined }, undefined],
		['no new ID is named', { type: 'user_changed_number' }, {}, undefined],
		['the new number is the old one', { ...NEW_NUMBER, wa_id: '15551230001' }, {}, undefined],
		['it has no time of its own', NEW_NUMBER, { timestamp: 'soon' }, undefined],
		['no WABA is named', NEW_NUMBER, {}, {}],
		['only the security code changed', { type: 'customer_identity_changed', wa_id: '15551230009' }, {}, undefined],
		['a person wrote it', NEW_NUMBER, { type: 'text' }, undefined],
	])('is empty when %s', (_, system, message, entry) => {
		expect(renamingsOf(system, message, entry)).toEqual([]);
	});
});

describe('a new BSUID', () => {
	const [OLD, NEW] = ['US.13491208655302741918', 'US.29847561203948576612'];
	const ENTRY = { id: '102290129340398' };
	const changed = (system: object, message: object) =>
		renamingsOf({ type: 'user_changed_user_id', ...system }, { from: undefined, ...message }, ENTRY);
	const sentence = (name: string) => `User ${name} changed from ${OLD} to ${NEW}`;

	test.each<[where: string, system: object, message: object]>([
		['a field of its own', { user_id: NEW, previous_user_id: OLD }, {}],
		['the sender', { user_id: NEW }, { from_user_id: OLD }],
		['the sentence alone', { user_id: NEW, body: sentence('Ada') }, {}],
		['the sentence, and the sender has the new ID', { user_id: NEW, body: sentence('Ada') }, { from_user_id: NEW }],
		['the sentence, which alone names the new one too', { body: sentence('Ada') }, {}],
		['the sentence, of somebody with the name of another', { user_id: NEW, body: sentence('US.666') }, {}],
		['the sentence, with signs that show no width', { user_id: NEW, body: `User \u200eAda changed from \u200e${OLD} to \u200e${NEW}.` }, {}],
		['a sentence of another language', { user_id: NEW, body: `Ada: ${OLD} → ${NEW}` }, {}],
	])('follows the old one that is named in %s', (_, system, message) => {
		expect(changed(system, message)).toMatchObject([{ previous: { bsuid: OLD }, current: { bsuid: NEW } }]);
	});

	test.each<[what: string, system: object, message: object]>([
		['names another new one', { user_id: NEW, body: `User Ada changed from ${OLD} to US.7` }, {}],
		['names the new one alone', { user_id: NEW, body: `User Ada changed to ${NEW}` }, {}],
		['is no text', { user_id: NEW, body: [OLD, NEW] }, {}],
	])('follows none where the sentence %s', (_, system, message) => {
		expect(changed(system, message)).toEqual([]);
	});

	test('follows what was said under the number that stays, where the old one is named nowhere', () => {
		const [renaming] = changed({ user_id: NEW, wa_id: '15551230001' }, { from: '15551230001' });
		expect(renaming).toMatchObject({ previous: { waId: '15551230001' }, current: { bsuid: NEW, waId: '15551230001' } });
	});

	test('follows what was said under the old number, where the sentence alone names that', () => {
		const system = { type: 'user_changed_number', wa_id: '15551230009', body: 'User Ada changed from 15551230001 to 15551230009' };
		expect(renamingsOf(system, { from: undefined })).toMatchObject([{ previous: { waId: '15551230001' }, current: { waId: '15551230009' } }]);
	});

	const updatesOf = (value: object, entry: object = ENTRY) =>
		toRenamings(parseWebhook({ entry: [{ ...entry, changes: [{ field: 'user_id_update', value }] }] }, AT_MS + 100_000).events);
	const user_id = { previous: OLD, current: NEW };

	test.each<[shape: string, value: object]>([
		['a list', { user_id_update: [{ user_id, wa_id: '15551230001', timestamp: '1763800000' }] }],
		['a list of bare IDs', { user_id_update: [{ ...user_id, timestamp: 1_763_800_000 }] }],
		['the value itself', { user_id, timestamp: '1763800000' }],
	])('follows the old one of field user_id_update: %s', (_, value) => {
		expect(updatesOf(value)).toMatchObject([{ previous: { bsuid: OLD }, current: { bsuid: NEW }, atMs: AT_MS }]);
	});

	test('of field user_id_update is dated by the webhook where it names no time itself', () => {
		expect(updatesOf({ user_id_update: [{ user_id }] }, { ...ENTRY, time: 1_763_800_000 })).toMatchObject([{ atMs: AT_MS }]);
		expect(updatesOf({ user_id_update: [{ user_id }] })).toEqual([]);
	});

	test('of field user_id_update that is the old one follows nothing', () => {
		expect(updatesOf({ user_id: { previous: OLD, current: OLD }, timestamp: '1763800000' })).toEqual([]);
	});
});

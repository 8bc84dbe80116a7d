import { parseWebhook } from '../../../nodes/shared/webhook/parsing/parseWebhook';
import { toConsentEntries } from '../../../nodes/shared/webhook/evidence/toConsentEntries';

const AT_MS = 1_763_800_000_000;
const RECEIVED_AT_MS = AT_MS + 100_000;
const STOP = { user_id: 'US.1', wa_id: '15551230001', category: 'marketing_messages', value: 'stop', timestamp: AT_MS / 1000 };

function entriesOf(preference: object, receivedAtMs = RECEIVED_AT_MS, entry: object = { id: '102290129340398' }) {
	const value = { metadata: { phone_number_id: '106540352242922' }, user_preferences: [preference] };
	return toConsentEntries(
		parseWebhook({ entry: [{ ...entry, changes: [{ field: 'user_preferences', value }] }] }, receivedAtMs).events,
	);
}

describe('toConsentEntries', () => {
	test.each([
		['stop', 'optedOut', 'userPreferences'],
		['STOP', 'optedOut', 'userPreferences'],
		['resume', 'optedIn', 'userPreferences'],
		['signup', 'optedIn', 'signup'],
	])('takes %s as %s of marketing', (value, state, source) => {
		expect(entriesOf({ ...STOP, value })).toEqual([
			{
				businessAccountId: '102290129340398',
				user: { bsuid: 'US.1', waId: '15551230001' },
				kind: 'marketing',
				state,
				atMs: AT_MS,
				source,
				evidence: expect.stringMatching(/^content\.[0-9a-f]{64}$/) as string,
			},
		]);
	});

	test.each([
		['another category', { category: 'utility_messages' }],
		['no category', { category: undefined }],
		['another value', { value: 'pause' }],
		['no value', { value: undefined }],
		['a value that is no text', { value: ['stop'] }],
		['a value named like a member of every object', { value: 'constructor' }],
		['nobody', { user_id: undefined, wa_id: undefined }],
	])('takes nothing from a preference of %s', (_, more) => {
		expect(entriesOf({ ...STOP, ...more })).toEqual([]);
	});

	test('takes nothing where no WABA is named, because consent is given to one business', () => {
		expect(entriesOf(STOP, RECEIVED_AT_MS, {})).toEqual([]);
	});

	test('never loses an opt-out: one without a time counts from its arrival', () => {
		expect(entriesOf({ ...STOP, timestamp: 'soon' })).toMatchObject([{ state: 'optedOut', atMs: RECEIVED_AT_MS }]);
	});

	test.each(['resume', 'signup'])('takes no %s without a time, which may be older than an opt-out', (value) => {
		expect(entriesOf({ ...STOP, value, timestamp: undefined })).toEqual([]);
	});

	test('gives a repetition the same evidence, so that it is entered once', () => {
		const [first] = entriesOf(STOP);
		const [again] = entriesOf({ ...STOP }, RECEIVED_AT_MS + 86_400_000);
		const [later] = entriesOf({ ...STOP, timestamp: AT_MS / 1000 + 1 });
		expect(again).toEqual(first);
		expect(later?.evidence).not.toBe(first?.evidence);
	});

	test('takes nothing from other events', () => {
		const value = { metadata: { phone_number_id: '1' }, messages: [{ id: 'a', from: '15551230001', type: 'text' }] };
		const { events } = parseWebhook({ entry: [{ id: '1', changes: [{ field: 'messages', value }] }] }, RECEIVED_AT_MS);
		expect(toConsentEntries(events)).toEqual([]);
	});
});

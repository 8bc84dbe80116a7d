import { parseWebhook } from '../../../nodes/shared/webhook/parsing/parseWebhook';
import { toSessionEvidence } from '../../../nodes/shared/webhook/evidence/toSessionEvidence';
import management from '../../fixtures/webhooks/management.json';

const AT_MS = 1_763_800_000_000;
const RECEIVED_AT_MS = AT_MS + 100_000;

const TEMPLATE = {
	event: 'templateChange',
	businessAccountId: '102290129340398',
	templateId: '500000000000001',
	templateName: 'order_update',
	language: 'en_US',
	atMs: AT_MS,
};
const ACCOUNT = { event: 'accountChange', businessAccountId: '102290129340398', atMs: AT_MS };
const NUMBER = { displayPhoneNumber: '15550783881' };
const OTHER = { event: 'other', businessAccountId: '102290129340398' };
const DATED = { ...OTHER, atMs: AT_MS };
const OTHER_OF_NUMBER = { ...OTHER, phoneNumberId: '106540352242922', ...NUMBER };

const READINGS: Record<Exclude<keyof typeof management, 'standby'>, Record<string, unknown>> = {
	templateApproved: { ...TEMPLATE, change: 'status', status: 'APPROVED', category: 'UTILITY' },
	templatePaused: {
		...TEMPLATE,
		change: 'status',
		status: 'PAUSED',
		reason: 'FIRST_PAUSE',
		description: 'Paused for 3 hours',
	},
	templateQuality: { ...TEMPLATE, change: 'quality', quality: 'YELLOW', previousQuality: 'GREEN' },
	templateComponents: { ...TEMPLATE, change: 'components' },
	templateCategoryNotice: {
		...TEMPLATE,
		change: 'category',
		category: 'UTILITY',
		upcomingCategory: 'MARKETING',
		effectiveAtMs: AT_MS + 86_400_000,
	},
	templateCategoryDone: { ...TEMPLATE, change: 'category', category: 'MARKETING', previousCategory: 'UTILITY' },
	templateCorrectCategory: { ...TEMPLATE, change: 'category', upcomingCategory: 'MARKETING' },
	phoneNumberQuality: { ...ACCOUNT, ...NUMBER, change: 'THROUGHPUT_UPGRADE', messagingLimit: 'TIER_2K' },
	phoneNumberName: { ...ACCOUNT, ...NUMBER, change: 'APPROVED', name: 'Example Shop' },
	accountUpdate: { ...ACCOUNT, change: 'DISABLED_UPDATE', description: 'SCHEDULE_FOR_DISABLE' },
	accountAlerts: { ...ACCOUNT, change: 'OBA_APPROVED', severity: 'WARNING', description: 'Sample' },
	accountReview: { ...ACCOUNT, change: 'APPROVED' },
	accountSettings: { ...ACCOUNT, change: 'UPDATED' },
	businessCapability: { ...ACCOUNT, change: 'CAPABILITY_UPDATE', messagingLimit: '2000', maxPhoneNumbers: 25 },
	security: { ...ACCOUNT, ...NUMBER, change: 'PIN_CHANGED' },
	partnerSolutions: { ...ACCOUNT, change: 'SOLUTION_CREATED', description: 'INITIATED' },
	paymentConfiguration: { ...ACCOUNT, change: 'Active' },
	username: { ...ACCOUNT, ...NUMBER, change: 'approved', name: 'exampleshop' },
	usernames: { ...ACCOUNT, ...NUMBER, change: 'deleted' },
	appStateSync: OTHER_OF_NUMBER,
	groupLifecycle: OTHER_OF_NUMBER,
	groupParticipants: OTHER_OF_NUMBER,
	groupSettings: OTHER_OF_NUMBER,
	groupStatus: OTHER_OF_NUMBER,
	flows: DATED,
	automaticEvents: OTHER_OF_NUMBER,
	messagingHandovers: { ...OTHER_OF_NUMBER, handover: expect.objectContaining({ control: 'passed', metadata: 'x' }) as unknown },
	fieldOfTomorrow: DATED,
};

/** Reads one value as the only one of its webhook. */
function read(field: string, value: object, time: unknown = 1_763_800_000) {
	return parseWebhook({ entry: [{ id: '1', time, changes: [{ field, value }] }] }, RECEIVED_AT_MS).events[0];
}

describe('a webhook about the account or a template', () => {
	test('of every case in the corpus has an expected reading', () => {
		expect([...Object.keys(READINGS), 'standby'].sort()).toEqual(Object.keys(management).sort());
	});

	test.each(Object.entries(READINGS))('is read whole, and proves nothing about a session: %s', (name, reading) => {
		const body = management[name as keyof typeof management];
		const { field, value: raw } = body.entry[0]!.changes[0]!;
		const { events, skipped } = parseWebhook(body, RECEIVED_AT_MS);
		expect(skipped).toBe(0);
		expect(events).toEqual([{ ...reading, field, eventId: expect.stringMatching(/^content\.[0-9a-f]{64}$/), raw }]);
		expect(toSessionEvidence(events).filter(({ kind }) => kind !== 'conversation')).toEqual([]);
	});

	test('gets another ID when the same thing happens again later', () => {
		const pinChanged = { display_phone_number: '15550783881', event: 'PIN_CHANGED' };
		const first = read('security', pinChanged);
		expect(read('security', { ...pinChanged })?.eventId).toBe(first?.eventId);
		expect(read('security', pinChanged, 1_763_800_001)?.eventId).not.toBe(first?.eventId);
	});

	test('is dated by the arrival at the latest, and not at all when Meta gives no time', () => {
		expect(read('account_update', { event: 'X' }, 1_763_899_999)).toMatchObject({ atMs: RECEIVED_AT_MS });
		expect(read('account_update', { event: 'X' }, 'soon')).not.toHaveProperty('atMs');
		expect(read('message_template_status_update', { event: 'X' }, null)).not.toHaveProperty('atMs');
	});
});

describe('a change of a template', () => {
	test('in quality is known by its shape, whatever Meta calls the field', () => {
		const value = management.templateQuality.entry[0]!.changes[0]!.value;
		expect(read('message_template_components_update', value)).toMatchObject({ change: 'quality', quality: 'YELLOW' });
		expect(read('a_field_of_tomorrow', value)).toMatchObject({ event: 'templateChange', change: 'quality' });
	});

	test.each([
		['en-US', 'en_US'],
		['en_US', 'en_US'],
		['en', 'en'],
		['zh-HK', 'zh_HK'],
		[7, undefined],
	])('names the language %j as sends want it', (message_template_language, language) => {
		const event = read('message_template_components_update', { message_template_language });
		expect(event && 'language' in event ? event.language : undefined).toBe(language);
	});

	test('to rejected says why in one word and in sentences', () => {
		const event = read('message_template_status_update', {
			event: 'REJECTED',
			reason: 'INVALID_FORMAT',
			rejection_info: { reason: 'The variables are not in order.', recommendation: 'Number them from 1.' },
		});
		expect(event).toMatchObject({
			status: 'REJECTED',
			reason: 'INVALID_FORMAT',
			description: 'The variables are not in order. Number them from 1.',
		});
	});

	test('to disabled says when', () => {
		const value = { event: 'DISABLED', reason: 'NONE', disable_info: { disable_date: '1763700000' } };
		const event = read('message_template_status_update', value);
		expect(event).toMatchObject({ status: 'DISABLED', effectiveAtMs: 1_763_700_000_000 });
		expect(event).not.toHaveProperty('reason');
	});

	test('in category names the category in force and the coming one the right way round', () => {
		const detected = { category: 'utility', correct_category: 'marketing' };
		expect(read('template_correct_category_detection', detected)).toMatchObject({
			category: 'UTILITY',
			upcomingCategory: 'MARKETING',
		});
	});
});

describe('a change of the account', () => {
	test('in the settings of a number names the number and when it was made', () => {
		const value = {
			timestamp: '1763700000',
			type: 'PHONE_NUMBER_SETTINGS',
			phone_number_settings: { phone_number_id: '106540352242922', calling: { status: 'ENABLED' } },
		};
		expect(read('account_settings_update', value)).toMatchObject({
			phoneNumberId: '106540352242922',
			change: 'PHONE_NUMBER_SETTINGS',
			atMs: 1_763_700_000_000,
		});
	});

	test('is read in its older shape, too', () => {
		const alert = { alert_type: 'A', alert_severity: 'CRITICAL', alert_description: 'D' };
		expect(read('account_alerts', alert)).toMatchObject({ change: 'A', severity: 'CRITICAL', description: 'D' });
	});

	test('says why a name was refused, and what a violation was', () => {
		expect(read('phone_number_name_update', { decision: 'REJECTED', rejection_reason: 'NAME_EMPLOYEE' })).toMatchObject({
			change: 'REJECTED',
			description: 'NAME_EMPLOYEE',
		});
		expect(read('phone_number_name_update', { decision: 'APPROVED', rejection_reason: 'NONE' })).not.toHaveProperty(
			'description',
		);
		const violation = { event: 'ACCOUNT_VIOLATION', violation_info: { violation_type: 'SCAM' } };
		expect(read('account_update', violation)).toMatchObject({ change: 'ACCOUNT_VIOLATION', description: 'SCAM' });
	});
});

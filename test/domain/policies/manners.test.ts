import fc from 'fast-check';
import { DateTime, Duration } from 'luxon';

import { NO_CONSENT_ON_RECORD, type ConsentCategory } from '../../../nodes/shared/domain/Consent';
import { customerServiceWindow } from '../../../nodes/shared/domain/customerServiceWindow';
import type { Manners } from '../../../nodes/shared/domain/Manners';
import { judgeSend } from '../../../nodes/shared/domain/policies/judgeSend';
import type { AskedMessage, OnRecord, SendQuestion } from '../../../nodes/shared/domain/policies/Policy';
import { LAST_MOMENT_LEAD } from '../../../nodes/shared/domain/policies/quietHoursPolicy';
import type { UserIdentity } from '../../../nodes/shared/domain/Session';

const NIGHT = { fromMinute: 21 * 60, untilMinute: 8 * 60 };
const BERLIN = { waId: '4915112345678' };
const SAO_PAULO = { waId: '5511987654321' };
const HOUR = 3_600_000;

const instant = (iso: string) => DateTime.fromISO(iso, { zone: 'utc' }) as DateTime<true>;
const template = (manners: Manners, category: ConsentCategory | undefined = 'marketing'): AskedMessage => ({ sentAs: 'template', category, manners });
const freeForm = (manners: Manners, whenClosed: 'route' | 'sendAnyway' = 'route'): AskedMessage => ({ sentAs: 'freeForm', whenClosed, manners });

interface Known {
	person?: UserIdentity;
	/** When the person last wrote. */
	wroteAt?: string;
	sends?: Array<[hoursAgo: number, category?: ConsentCategory | 'unknown']>;
	wroteElsewhereHoursAgo?: number;
}

function questionOf(message: AskedMessage, now: string, { person = BERLIN, wroteAt, sends = [], wroteElsewhereHoursAgo }: Known = {}): SendQuestion {
	const at = instant(now);
	const window = customerServiceWindow(wroteAt === undefined ? undefined : { lastInboundAtMs: instant(wroteAt).toMillis() }, at);
	const ago = (hours: number) => at.toMillis() - hours * HOUR;
	const templates: OnRecord['templates'] = {
		sends: sends.map(([hours, category = 'marketing'], index) => ({ sendOnceKey: String(index), category: category === 'unknown' ? undefined : category, sentAtMs: ago(hours) })),
		lastInboundAtMs: wroteElsewhereHoursAgo === undefined ? undefined : ago(wroteElsewhereHoursAgo),
	};
	return { item: {}, node: { workflowId: 'w', nodeName: 'n' }, message, onRecord: { window, consent: NO_CONSENT_ON_RECORD, person, templates } };
}

function judge(message: AskedMessage, now: string, known: Known = {}): string {
	const decision = judgeSend(questionOf(message, now, known));
	if (decision.kind === 'go') return 'go';
	return [decision.objections.map(({ reason }) => reason).join('+'), decision.sendAt?.toISO()].filter((word) => word).join(' at ');
}

describe('quiet hours', () => {
	test.each<[string, string, AskedMessage, string, Known]>([
		['nobody minds by day', 'go', template({ quietHours: NIGHT }), '2026-11-26T12:00:00Z', {}],
		['a reminder made at night waits for the morning in São Paulo', 'quietHours at 2026-11-27T11:00:00.000Z', template({ quietHours: NIGHT }), '2026-11-27T01:30:00Z', { person: SAO_PAULO }],
		['the zone that was given counts', 'go', template({ quietHours: { ...NIGHT, timeZone: 'Asia/Tokyo' } }), '2026-11-27T01:30:00Z', { person: SAO_PAULO }],
		['a free-form message waits for the morning within the window', 'quietHours at 2026-11-27T07:00:00.000Z', freeForm({ quietHours: NIGHT }), '2026-11-26T21:00:00Z', { wroteAt: '2026-11-26T20:00:00Z' }],
		['it goes out before the window closes in Berlin', 'quietHours at 2026-11-27T02:02:00.000Z', freeForm({ quietHours: NIGHT }), '2026-11-26T21:00:00Z', { wroteAt: '2026-11-26T02:12:00Z' }],
		['at that last moment it goes out', 'go', freeForm({ quietHours: NIGHT }), '2026-11-27T02:02:00Z', { wroteAt: '2026-11-26T02:12:00Z' }],
		['a little later it goes out as well', 'go', freeForm({ quietHours: NIGHT }), '2026-11-27T02:06:59Z', { wroteAt: '2026-11-26T02:12:00Z' }],
		['then the window keeps it back, and the night does not', 'windowClosed', freeForm({ quietHours: NIGHT }), '2026-11-27T02:07:00Z', { wroteAt: '2026-11-26T02:12:00Z' }],
		['one that WhatsApp is to judge waits for the morning', 'quietHours at 2026-11-27T07:00:00.000Z', freeForm({ quietHours: NIGHT }, 'sendAnyway'), '2026-11-27T02:07:00Z', { wroteAt: '2026-11-26T02:12:00Z' }],
		['a template does not care about the window', 'quietHours at 2026-11-27T07:00:00.000Z', template({ quietHours: NIGHT }), '2026-11-26T21:00:00Z', { wroteAt: '2026-11-26T02:12:00Z' }],
		['a user ID of a country with several zones waits for the last of them', 'quietHours at 2026-11-26T18:00:00.000Z', template({ quietHours: NIGHT }), '2026-11-26T15:00:00Z', { person: { bsuid: 'US.1' } }],
		['a window that closes at night outlives zones that leave no minute', 'quietHours at 2026-11-27T02:02:00.000Z', freeForm({ quietHours: { fromMinute: 600, untilMinute: 599 } }), '2026-11-26T21:00:00Z', { wroteAt: '2026-11-26T02:12:00Z', person: { bsuid: 'RU.1' } }],
	])('%s', (_, expected, message, now, known) => {
		expect(judge(message, now, known)).toBe(expected);
	});

	test.each([
		['zones that leave no minute of the day', { bsuid: 'RU.1' }, 'leave no minute'],
		['a person whose zone nobody knows', { bsuid: 'XX.1' }, 'No time zone is known'],
	])('%s are told, with the way out', (_, person, words) => {
		const quietHours = { fromMinute: 10 * 60, untilMinute: 9 * 60 };
		expect(judgeSend(questionOf(template({ quietHours }), '2026-11-26T12:00:00Z', { person }))).toMatchObject({
			kind: 'notSent',
			objections: [{ reason: 'quietHours', message: expect.stringContaining(words), advice: expect.stringContaining("'Time Zone'") }],
		});
	});

	test('whatever waits is humane at sendAt, or in the last moment of its window, and goes out then', () => {
		const people = [BERLIN, SAO_PAULO, { bsuid: 'US.1' }, { waId: '61412345678' }];
		const minutes = fc.integer({ min: 0, max: 400 * 1440 });
		fc.assert(
			fc.property(minutes, fc.option(fc.integer({ min: 0, max: 1439 }), { nil: undefined }), fc.constantFrom(...people), fc.boolean(), (minute, wroteMinutesAgo, person, isFreeForm) => {
				const now = instant('2026-01-01T00:00:00Z').plus({ minutes: minute });
				const wroteAt = wroteMinutesAgo === undefined ? undefined : now.minus({ minutes: wroteMinutesAgo }).toISO();
				const message = isFreeForm ? freeForm({ quietHours: NIGHT }) : template({ quietHours: NIGHT });
				const question = questionOf(message, now.toISO(), { person, wroteAt });
				const decision = judgeSend(question);
				if (decision.kind !== 'later') return;
				const sendAt = decision.sendAt as DateTime<true>;
				expect(sendAt > now).toBe(true);
				expect(judge(message, sendAt.toISO(), { person, wroteAt })).toBe('go');
				expect(judge(message, sendAt.minus({ minutes: 1 }).toISO(), { person, wroteAt })).not.toBe('go');
				const isLast = isFreeForm && +sendAt === +question.onRecord!.window.closesAt!.minus({ minutes: 5 }).minus(LAST_MOMENT_LEAD);
				expect(isLast || judge(template({ quietHours: NIGHT }), sendAt.toISO(), { person })).toBe(isLast || 'go');
			}),
			{ numRuns: 300 },
		);
	});
});

describe('most marketing templates', () => {
	const capped = template({ marketingCap: { count: 2, days: 7 } });
	const NOW = '2026-11-26T12:00:00Z';
	test.each<[string, string, AskedMessage, Known]>([
		['the second one goes out', 'go', capped, { sends: [[1]] }],
		['the third one waits until the oldest of the two is seven days old', 'templateCap at 2026-11-30T12:00:00.000Z', capped, { sends: [[24], [72]] }],
		['of more than two the second newest counts', 'templateCap at 2026-11-30T12:00:00.000Z', capped, { sends: [[24], [72], [73], [100]] }],
		['one that is exactly seven days old does not count', 'go', capped, { sends: [[1], [168]] }],
		['others than marketing do not count', 'go', capped, { sends: [[1], [2, 'utility'], [3, 'authentication']] }],
		['one of a kind that nobody knows counts', 'templateCap at 2026-12-03T10:00:00.000Z', capped, { sends: [[1], [2, 'unknown']] }],
		['others than marketing go out', 'go', template({ marketingCap: { count: 1, days: 7 } }, 'utility'), { sends: [[1]] }],
		['it does not wait for the middle of the night', 'templateCap at 2026-12-02T07:00:00.000Z', template({ marketingCap: { count: 1, days: 7 }, quietHours: NIGHT }), { sends: [[32]] }],
		['free-form messages go out', 'go', freeForm({ marketingCap: { count: 1, days: 7 } }), { sends: [[1]], wroteAt: '2026-11-26T11:00:00Z' }],
	])('%s', (_, expected, message, known) => {
		expect(judge(message, NOW, known)).toBe(expected);
	});

	test('says when the others went out', () => {
		const decision = judgeSend(questionOf(capped, NOW, { sends: [[24], [72]] }));
		expect(decision).toMatchObject({
			objections: [{ evidence: { marketingCap: { count: 2, days: 7 }, templatesSentAt: ['2026-11-25T12:00:00.000Z', '2026-11-23T12:00:00.000Z'] }, advice: expect.stringContaining('notSent.sendAt') }],
		});
	});

	test('of all times, sendAt is the first at which it goes out', () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 8 }), fc.integer({ min: 1, max: 4 }), (hours, count) => {
				const message = template({ marketingCap: { count, days: 7 } });
				const sends = hours.map((ago): [number] => [ago]);
				const decision = judgeSend(questionOf(message, NOW, { sends }));
				const young = hours.filter((ago) => ago < 168).length;
				expect(decision.kind).toBe(young < count ? 'go' : 'later');
				if (decision.kind === 'go') return;
				const waited = decision.sendAt!.diff(instant(NOW)).as('hours');
				expect(hours.filter((ago) => ago + waited < 168).length).toBeLessThan(count);
				expect(hours.filter((ago) => ago + waited - 1 / 60 < 168).length).toBeGreaterThanOrEqual(count);
			}),
		);
	});
});

describe('a pause between templates', () => {
	const pausing = (category: ConsentCategory = 'utility') => template({ templatePause: Duration.fromObject({ hours: 24 }) }, category);
	test.each<[string, string, AskedMessage, Known]>([
		['nobody waits for the first one', 'go', pausing(), {}],
		['the next one waits for a day', 'templatePause at 2026-11-27T11:00:00.000Z', pausing(), { sends: [[1], [30]] }],
		['after a day it goes out', 'go', pausing(), { sends: [[24]] }],
		['a code does not count', 'go', pausing(), { sends: [[1, 'authentication']] }],
		['a code does not wait', 'go', pausing('authentication'), { sends: [[1]] }],
	])('%s', (_, expected, message, known) => {
		expect(judge(message, '2026-11-26T12:00:00Z', known)).toBe(expected);
	});
});

describe('templates that nobody answers', () => {
	const stopping = (category: ConsentCategory = 'marketing') => template({ unansweredCap: 2 }, category);
	test.each<[string, string, AskedMessage, Known]>([
		['the second one goes out', 'go', stopping(), { sends: [[1]] }],
		['the third one does not', 'tooManyUnanswered', stopping(), { sends: [[1], [2000]] }],
		['it does when the person has written since', 'go', stopping(), { sends: [[1], [30]], wroteAt: '2026-11-26T10:30:00Z' }],
		['or in the same second, of which WhatsApp gives no more', 'go', stopping(), { sends: [[1 - 0.9 / 3600], [30]], wroteAt: '2026-11-26T11:00:00Z' }],
		['or to another number that they came from', 'go', stopping(), { sends: [[1], [30]], wroteElsewhereHoursAgo: 2 }],
		['what was written before does not count', 'tooManyUnanswered', stopping(), { sends: [[1], [30]], wroteElsewhereHoursAgo: 31 }],
		['a code does not count', 'go', stopping(), { sends: [[1], [2, 'authentication']] }],
		['a code goes out', 'go', stopping('authentication'), { sends: [[1], [2]] }],
		['a template of 400 days ago counts no longer, whether the store still has it or not', 'go', stopping(), { sends: [[1], [400 * 24 + 0.001]] }],
		['one of a moment later does', 'tooManyUnanswered', stopping(), { sends: [[1], [400 * 24]] }],
	])('%s', (_, expected, message, known) => {
		expect(judge(message, '2026-11-26T12:00:00Z', known)).toBe(expected);
	});
});

test('all manners at once wait for the last of them, and say all reasons, that which lasts longest first', () => {
	const manners = { quietHours: NIGHT, marketingCap: { count: 1, days: 7 }, templatePause: Duration.fromObject({ hours: 24 }), unansweredCap: 1 };
	const known = { sends: [[1]] as Array<[number]> };
	expect(judge(template(manners), '2026-11-26T21:30:00Z', known)).toBe('tooManyUnanswered+templateCap+templatePause+quietHours');
	expect(judge(template({ ...manners, unansweredCap: undefined }), '2026-11-26T21:30:00Z', known)).toBe('templateCap+templatePause+quietHours at 2026-12-04T07:00:00.000Z');
});

import { DateTime } from 'luxon';

import { NO_CONSENT_ON_RECORD } from '../../../nodes/shared/domain/Consent';
import { customerServiceWindow } from '../../../nodes/shared/domain/customerServiceWindow';
import { judgeSend } from '../../../nodes/shared/domain/policies/judgeSend';
import type { AskedMessage, ChargesOnRecord, SendQuestion } from '../../../nodes/shared/domain/policies/Policy';
import { readMonth } from '../../../nodes/shared/domain/usage/readMonth';

const ZONE = 'America/Sao_Paulo';
const NEXT_MONTH = '2026-12-01T03:00:00.000Z';
const NOW = '2026-11-26T12:00:00Z';
const EVE = '2026-12-01T02:30:00Z';
const HOUR_MS = 3_600_000;

const template = (mostCharged: number, more: Partial<Extract<AskedMessage, { sentAs: 'template' }>> = {}): AskedMessage => ({ sentAs: 'template', category: 'utility', budget: { mostCharged, timeZone: ZONE }, ...more });
const freeForm = (mostCharged: number, more: Partial<Extract<AskedMessage, { sentAs: 'freeForm' }>> = {}): AskedMessage => ({ sentAs: 'freeForm', whenClosed: 'route', budget: { mostCharged, timeZone: ZONE }, ...more });

interface Known extends Partial<Omit<ChargesOnRecord, 'month'>> {
	/** Undefined where the person has just written. */
	wroteHoursAgo?: number;
}

function questionOf(message: AskedMessage, now: string, { wroteHoursAgo = 0, charged = 0, service = 0, isFree = false, count = 1 }: Known): SendQuestion {
	const at = DateTime.fromISO(now, { zone: 'utc' }) as DateTime<true>;
	const window = customerServiceWindow({ lastInboundAtMs: at.toMillis() - wroteHoursAgo * HOUR_MS }, at);
	const charges = { month: readMonth('', at, ZONE), charged, service, isFree, count };
	return { item: {}, node: { workflowId: 'w', nodeName: 'n' }, message, onRecord: { window, consent: NO_CONSENT_ON_RECORD, person: { waId: '4915112345678' }, charges } };
}

function judge(message: AskedMessage, known: Known = {}, now = NOW): string {
	const decision = judgeSend(questionOf(message, now, known));
	if (decision.kind === 'go') return 'go';
	return [decision.objections.map(({ reason }) => reason).join('+'), decision.sendAt?.toISO()].filter((word) => word).join(' at ');
}

const LATER = `budgetSpent at ${NEXT_MONTH}`;

describe('a budget', () => {
	test.each<[string, string, AskedMessage, Known]>([
		['the last template that fits goes out', 'go', template(100), { charged: 99 }],
		['the next one waits for the next month', LATER, template(100), { charged: 100 }],
		['with none at all no template goes out', LATER, template(0), {}],
		['a template within an open window costs as well', LATER, template(5), { charged: 5, wroteHoursAgo: 1 }],
		['a free-form message goes out while free ones are left, whatever is spent', 'go', freeForm(0), { charged: 900, service: 999 }],
		['the first one that is not free does not, and cannot wait for the next month', 'budgetSpent', freeForm(0), { service: 1_000 }],
		['beyond the free ones it takes of the budget', 'go', freeForm(3), { charged: 1, service: 1_001 }],
		['and of that no more than there is', 'budgetSpent', freeForm(3), { charged: 1, service: 1_002 }],
		['those beyond the free ones leave no room for a template', LATER, template(3), { charged: 1, service: 1_002 }],
		['a text in parts goes out as a whole', 'go', freeForm(2), { service: 999, count: 3 }],
		['or not at all', 'budgetSpent', freeForm(1), { service: 999, count: 3 }],
		['somebody who came through an ad gets everything', 'go', template(0), { charged: 7, isFree: true }],
		['a reaction costs nothing', 'go', freeForm(0, { isReaction: true }), { service: 2_000 }],
		['a closed window decides by itself', 'windowClosed', freeForm(0), { service: 2_000, wroteHoursAgo: 25 }],
		['what WhatsApp is to judge may wait', LATER, freeForm(0, { whenClosed: 'sendAnyway' }), { service: 2_000, wroteHoursAgo: 25 }],
		['without a budget nothing is kept back', 'go', { sentAs: 'template', category: 'marketing' }, { charged: 1e6 }],
	])('%s', (_, expected, message, known) => {
		expect(judge(message, known)).toBe(expected);
	});

	test('is nothing against a message while nothing is known of the month', () => {
		const { onRecord, ...question } = questionOf(template(0), NOW, {});
		expect(judgeSend(question)).toEqual({ kind: 'go' });
		expect(judgeSend({ ...question, onRecord: onRecord && { ...onRecord, charges: undefined } })).toEqual({ kind: 'go' });
	});

	test.each([
		['a free-form message waits where its window is open until the month is over', LATER, 1],
		['and does not within the margin of its end', 'budgetSpent', 23.45],
	])('%s', (_, expected, wroteHoursAgo) => {
		expect(judge(freeForm(0), { service: 2_000, wroteHoursAgo }, EVE)).toBe(expected);
	});

	test('does not end in the middle of the night of somebody', () => {
		const quietHours = { fromMinute: 0, untilMinute: 8 * 60 };
		expect(judge(template(0, { manners: { quietHours } }))).toBe('budgetSpent at 2026-12-01T07:00:00.000Z');
	});

	test('says its figures', () => {
		expect(judgeSend(questionOf(template(100), NOW, { charged: 98, service: 1_002 }))).toMatchObject({
			objections: [
				{
					message: 'At most 100 messages of this business number may be charged in 2026-11 (America/Sao_Paulo), and 100 are or may yet be, so nothing was sent.',
					advice: `Send it at notSent.sendAt (${NEXT_MONTH}), when the next month has begun, or give more in 'Most Messages': 100 of 100 are spent, and 1000 of the 1000 free-form messages that are free.`,
					evidence: { budget: { mostCharged: 100, spent: 100, freeUsed: 1_000, month: '2026-11', timeZone: ZONE } },
				},
			],
		});
		expect(judgeSend(questionOf(freeForm(0), NOW, { service: 1_000 }))).toMatchObject({ kind: 'notSent', objections: [{ advice: expect.stringContaining('closes before the next month') }] });
	});
});

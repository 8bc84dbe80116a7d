import { NO_CONSENT_ON_RECORD, type ConsentCategory } from '../../nodes/shared/domain/Consent';
import { decideSend } from '../../nodes/shared/domain/decideSend';
import { nextStep } from '../../nodes/shared/domain/nextStep';
import type { ClosedWindowPolicy } from '../../nodes/shared/domain/policies/Policy';

const policies: ClosedWindowPolicy[] = ['route', 'template', 'fail', 'sendAnyway'];

describe('decideSend', () => {
	test.each(policies)('sends a free-form message in an open window, whatever the policy (%s)', (whenClosed) => {
		expect(decideSend({ kind: 'freeForm', window: { isOpen: true }, whenClosed })).toBe('sendFreeForm');
	});

	test.each([
		['route', 'route'],
		['template', 'sendTemplate'],
		['fail', 'fail'],
		['sendAnyway', 'sendFreeForm'],
	] as const)('in a closed window the policy %s leads to %s', (whenClosed, decision) => {
		expect(decideSend({ kind: 'freeForm', window: { isOpen: false }, whenClosed })).toBe(decision);
	});

	test.each(['marketing', 'utility', 'authentication'] as ConsentCategory[])(
		'withholds a template of the category %s that the person opted out of',
		(category) => {
			const consent = { ...NO_CONSENT_ON_RECORD, [category]: 'optedOut' as const };
			expect(decideSend({ kind: 'template', consent, category })).toBe('withhold');
		},
	);

	it('sends a template where nothing is on record, and where another category was opted out of', () => {
		expect(decideSend({ kind: 'template', consent: NO_CONSENT_ON_RECORD, category: 'marketing' })).toBe('sendTemplate');
		const consent = { ...NO_CONSENT_ON_RECORD, marketing: 'optedOut' as const };
		expect(decideSend({ kind: 'template', consent, category: 'utility' })).toBe('sendTemplate');
	});

	it('judges a category that nobody knows as marketing', () => {
		const consent = { ...NO_CONSENT_ON_RECORD, marketing: 'optedOut' as const };
		expect(decideSend({ kind: 'template', consent, category: undefined })).toBe('withhold');
	});
});

describe('nextStep', () => {
	it('is a free-form message in an open window', () => {
		expect(nextStep({ isOpen: true }, NO_CONSENT_ON_RECORD)).toBe('freeForm');
	});

	it('is a template in a closed window', () => {
		expect(nextStep({ isOpen: false }, { ...NO_CONSENT_ON_RECORD, marketing: 'optedOut' })).toBe('template');
	});

	it('is nothing in a closed window of somebody who opted out of everything', () => {
		const consent = { marketing: 'optedOut', utility: 'optedOut', authentication: 'optedOut', facts: [] } as const;
		expect(nextStep({ isOpen: false }, consent)).toBe('none');
		expect(nextStep({ isOpen: true }, consent)).toBe('freeForm');
	});
});

import { DateTime } from 'luxon';

import { NO_CONSENT_ON_RECORD } from '../../../nodes/shared/domain/Consent';
import { customerServiceWindow } from '../../../nodes/shared/domain/customerServiceWindow';
import { deriveConsent } from '../../../nodes/shared/domain/deriveConsent';
import { judgeSend, POLICIES } from '../../../nodes/shared/domain/policies/judgeSend';
import type { AskedMessage, SendQuestion } from '../../../nodes/shared/domain/policies/Policy';

const NOW = DateTime.fromISO('2026-11-26T12:00:00Z', { zone: 'utc' });
const OPEN = customerServiceWindow({ lastInboundAtMs: NOW.minus({ hours: 1 }).toMillis() }, NOW);
const CLOSED = customerServiceWindow({ lastInboundAtMs: NOW.minus({ hours: 25 }).toMillis() }, NOW);
const OPTED_OUT = deriveConsent([{ kind: 'marketing', state: 'optedOut', atMs: 1, source: 'form', evidence: '' }]);
const NODE = { workflowId: 'orders', nodeName: 'Send' };
const OWN_FAILURE = { event: 'messageFailed', nextStep: 'template', message: NODE };

const freeForm = (whenClosed: 'route' | 'template' | 'fail' | 'sendAnyway'): AskedMessage => ({ sentAs: 'freeForm', whenClosed });
const marketing: AskedMessage = { sentAs: 'template', category: 'marketing' };
const ask = (question: Partial<SendQuestion>) => {
	const decision = judgeSend({ item: {}, node: NODE, ...question });
	return decision.kind === 'go' ? 'go' : decision.objections.map(({ reason }) => reason);
};

describe('what becomes of a send', () => {
	test.each<[string, Partial<SendQuestion>, string | string[]]>([
		['an item of which nothing is read yet', {}, 'go'],
		['an item that would repeat itself, before anything is read', { item: OWN_FAILURE }, ['wouldRepeatItself']],
		['a free-form message while the store was not asked', { message: freeForm('route') }, 'go'],
		['a free-form message in an open window', { message: freeForm('route'), onRecord: { window: OPEN, consent: OPTED_OUT } }, 'go'],
		['a free-form message in a closed window', { message: freeForm('route'), onRecord: { window: CLOSED, consent: NO_CONSENT_ON_RECORD } }, ['windowClosed']],
		['one that WhatsApp is to judge', { message: freeForm('sendAnyway'), onRecord: { window: CLOSED, consent: NO_CONSENT_ON_RECORD } }, 'go'],
		['a template in a closed window', { message: marketing, onRecord: { window: CLOSED, consent: NO_CONSENT_ON_RECORD } }, 'go'],
		['a template to somebody who opted out', { message: marketing, onRecord: { window: OPEN, consent: OPTED_OUT } }, ['optedOut']],
		['a template of another kind', { message: { sentAs: 'template', category: 'utility' }, onRecord: { window: OPEN, consent: OPTED_OUT } }, 'go'],
		['a template of a kind that nobody knows', { message: { sentAs: 'template', category: undefined }, onRecord: { window: OPEN, consent: OPTED_OUT } }, ['optedOut']],
		['everything at once', { item: OWN_FAILURE, message: marketing, onRecord: { window: OPEN, consent: OPTED_OUT } }, ['wouldRepeatItself', 'optedOut']],
	])('%s', (_, question, expected) => {
		expect(ask(question)).toEqual(expected);
	});

	it('says when the window closed and what else can be done', () => {
		const decision = judgeSend({ item: {}, node: NODE, message: freeForm('route'), onRecord: { window: CLOSED, consent: NO_CONSENT_ON_RECORD } });
		expect(decision).toMatchObject({
			objections: [{ message: expect.stringContaining('It closed at 2026-11-26T11:00:00.000Z.'), advice: expect.stringContaining('template') }],
		});
	});

	it('has a place for every reason, so that the leading one never depends on chance', () => {
		const reasons = POLICIES.flatMap((policy) => policy.reasons);
		expect(reasons).toEqual([...new Set(reasons)]);
		expect(reasons).toEqual(['wouldRepeatItself', 'wouldFailAgain', 'undecided', 'optedOut', 'noOptIn', 'tooManyUnanswered', 'takenOver', 'anotherResponder', 'windowClosed', 'budgetSpent', 'templateCap', 'templatePause', 'quietHours']);
	});
});

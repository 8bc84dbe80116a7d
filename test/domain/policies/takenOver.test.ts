import { DateTime } from 'luxon';

import { NO_CONSENT_ON_RECORD } from '../../../nodes/shared/domain/Consent';
import type { ConversationState } from '../../../nodes/shared/domain/conversationState';
import { customerServiceWindow } from '../../../nodes/shared/domain/customerServiceWindow';
import { anotherResponderPolicy } from '../../../nodes/shared/domain/policies/anotherResponderPolicy';
import { judgeSend } from '../../../nodes/shared/domain/policies/judgeSend';
import type { AskedMessage, SendQuestion } from '../../../nodes/shared/domain/policies/Policy';
import { takenOverPolicy } from '../../../nodes/shared/domain/policies/takenOverPolicy';

const NOW = DateTime.fromISO('2026-11-26T12:00:00Z', { zone: 'utc' });
const HUMAN: ConversationState = { owner: 'human', source: 'businessApp', sinceMs: NOW.toMillis() - 60_000, untilMs: NOW.toMillis() + 60_000 };
const ELSEWHERE: ConversationState = { ...HUMAN, source: 'anotherResponder' };

const question = (conversation: ConversationState | undefined, keepsBackWhenTakenOver: boolean | undefined, message: AskedMessage): SendQuestion => ({
	item: {},
	node: { workflowId: '1', nodeName: 'Send' },
	message: { ...message, keepsBackWhenTakenOver },
	onRecord: { window: customerServiceWindow({ lastInboundAtMs: NOW.toMillis() - 1_000 }, NOW), consent: NO_CONSENT_ON_RECORD, conversation },
});
const FREE_FORM: AskedMessage = { sentAs: 'freeForm', whenClosed: 'route' };
const UTILITY: AskedMessage = { sentAs: 'template', category: 'utility' };

describe('a conversation that a person has taken over', () => {
	test.each([FREE_FORM, UTILITY])('keeps a message back, with since and until: %p', (message) => {
		expect(takenOverPolicy.judge(question(HUMAN, true, message))).toMatchObject({
			kind: 'notSent',
			reason: 'takenOver',
			message: expect.stringContaining('until 2026-11-26T12:01:00.000Z'),
			advice: expect.stringContaining('Give Back'),
			evidence: { conversation: { owner: 'human', source: 'businessApp', since: '2026-11-26T11:59:00.000Z', until: '2026-11-26T12:01:00.000Z' } },
		});
	});

	it('keeps nothing back where the builder did not ask for it, where the bot has it, and while nothing is known', () => {
		for (const asked of [question(HUMAN, undefined, FREE_FORM), question(HUMAN, false, FREE_FORM), question({ owner: 'bot' }, true, FREE_FORM), question(undefined, true, FREE_FORM)]) {
			expect(judgeSend(asked)).toEqual({ kind: 'go' });
		}
		expect(takenOverPolicy.judge({ item: {}, node: { workflowId: '1', nodeName: 'Send' } })).toEqual({ kind: 'go' });
	});

	it('is another reason where another responder owns it', () => {
		expect(takenOverPolicy.judge(question(ELSEWHERE, true, FREE_FORM))).toEqual({ kind: 'go' });
		expect(anotherResponderPolicy.judge(question(ELSEWHERE, true, FREE_FORM))).toMatchObject({ kind: 'notSent', reason: 'anotherResponder' });
		expect(anotherResponderPolicy.judge(question(HUMAN, true, FREE_FORM))).toEqual({ kind: 'go' });
		expect(judgeSend(question(ELSEWHERE, undefined, FREE_FORM))).toEqual({ kind: 'go' });
	});

	it('keeps back what was kept until the person writes, while another responder owns it, whatever the builder said', () => {
		const kept: AskedMessage = { ...FREE_FORM, keptAtMs: NOW.toMillis() - 60_000 };
		expect(anotherResponderPolicy.judge(question(ELSEWHERE, undefined, kept))).toMatchObject({ kind: 'notSent', reason: 'anotherResponder' });
		expect(judgeSend(question(HUMAN, undefined, kept))).toEqual({ kind: 'go' });
		expect(judgeSend(question(HUMAN, true, kept))).toMatchObject({ kind: 'notSent' });
	});
});

import { NO_CONSENT_ON_RECORD, type Consent } from '../../nodes/shared/domain/Consent';
import { nextStepAfterFailure } from '../../nodes/shared/domain/nextStepAfterFailure';

const OPEN = { isOpen: true };
const CLOSED = { isOpen: false };
const UNKNOWN = NO_CONSENT_ON_RECORD;
const ALL_OUT: Consent = { marketing: 'optedOut', utility: 'optedOut', authentication: 'optedOut', facts: [] };
const MARKETING_OUT: Consent = { ...UNKNOWN, marketing: 'optedOut' };

const refused = { errorCodes: [131047], isPassing: false };
const passing = { errorCodes: [131000], isPassing: true, sentAs: 'freeForm' as const };
const lasting = { errorCodes: [131026], isPassing: false };

test.each([
	['the window refused it, and it is closed', refused, CLOSED, UNKNOWN, 'template'],
	['the window refused it, and the person has written since', refused, OPEN, UNKNOWN, 'template'],
	['the window refused it, and the person opted out of marketing', refused, CLOSED, MARKETING_OUT, 'template'],
	['the window refused it, and the person opted out of everything', refused, CLOSED, ALL_OUT, 'none'],
	['the window refused it among other reasons', { errorCodes: [131026, 131047], isPassing: false }, CLOSED, UNKNOWN, 'template'],
	['the reason passes, and the window is open', passing, OPEN, ALL_OUT, 'freeForm'],
	['the reason passes, and the window is closed', passing, CLOSED, UNKNOWN, 'template'],
	['the reason passes, but nothing is allowed', passing, CLOSED, ALL_OUT, 'none'],
	['the reason passes, and a template failed', { ...passing, sentAs: 'template' }, OPEN, UNKNOWN, 'none'],
	['Direct Send is blocked', { ...lasting, errorCodes: [139200], sentAs: 'directSend' }, CLOSED, UNKNOWN, 'template'],
	['the template that WhatsApp has made of it is paused', { ...lasting, errorCodes: [132015], sentAs: 'directSend' }, OPEN, UNKNOWN, 'template'],
	['Direct Send is blocked, and nothing else is allowed', { ...lasting, errorCodes: [139200], sentAs: 'directSend' }, CLOSED, ALL_OUT, 'none'],
	['a template of one\'s own is paused', { ...lasting, errorCodes: [132015], sentAs: 'template' }, OPEN, UNKNOWN, 'none'],
	['the reason passes, and a message by Direct Send failed', { ...passing, sentAs: 'directSend' }, CLOSED, UNKNOWN, 'none'],
	['the reason passes, and nobody knows how it was sent', { ...passing, sentAs: undefined }, OPEN, UNKNOWN, 'none'],
	['the reason lasts, and the window is open', lasting, OPEN, UNKNOWN, 'none'],
	['Meta gave no reason', { errorCodes: [], isPassing: false }, OPEN, UNKNOWN, 'none'],
] as const)('when %s, the next step is %5$s', (_, failure, window, consent, expected) => {
	expect(nextStepAfterFailure({ ...failure, errorCodes: [...failure.errorCodes] }, window, consent)).toBe(expected);
});

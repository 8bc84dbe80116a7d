import type { Consent } from './Consent';
import type { WindowState } from './customerServiceWindow';
import { nextStep } from './nextStep';
import { RE_ENGAGEMENT_CODE } from './isRefusal';
import type { SentAs } from './SentAs';

/** Direct Send is blocked, or the template that WhatsApp has made of the message is paused; an approved one goes out all the same. */
const DIRECT_SEND_CODES = [139200, 132015];

/** Why a message was not delivered. */
export interface DeliveryFailure {
	/** Meta's error codes; empty when it gave none. */
	errorCodes: number[];
	/** How it was sent; undefined when that is not on record. */
	sentAs?: SentAs;
	/** True when Meta's reason may be over by now. */
	isPassing: boolean;
}

/**
 * Names the kind of message that may be sent at once instead of one that failed.
 *
 * After a refusal because of the window (131047) that is a template, even if the person has written since: it reaches them
 * either way. After a free-form message failed for a reason that may be over it is what the session allows, and after a message by
 * Direct Send that WhatsApp keeps back it is a template of one's own. A template
 * that failed has nothing to take its place: the next one would fail as it did, and again, and again.
 *
 * @returns `none` when nothing would help, or the person opted out of every category of template and the window is closed
 */
export function nextStepAfterFailure(
	{ errorCodes, sentAs, isPassing }: DeliveryFailure,
	window: Pick<WindowState, 'isOpen'>,
	consent: Consent,
): 'freeForm' | 'template' | 'none' {
	const isKeptBack = sentAs === 'directSend' && DIRECT_SEND_CODES.some((code) => errorCodes.includes(code));
	if (isKeptBack || errorCodes.includes(RE_ENGAGEMENT_CODE)) return nextStep({ isOpen: false }, consent);
	return isPassing && sentAs === 'freeForm' ? nextStep(window, consent) : 'none';
}

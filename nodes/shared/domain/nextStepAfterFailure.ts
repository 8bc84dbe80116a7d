import type { Consent } from './Consent';
import type { WindowState } from './customerServiceWindow';
import { nextStep } from './decideSend';
import { RE_ENGAGEMENT_CODE } from './isRefusal';

/** Why a message was not delivered. */
export interface DeliveryFailure {
	/** Meta's error codes; empty when it gave none. */
	errorCodes: number[];
	/** True when Meta's reason passes by itself: nothing was sent, and the same message may be sent again. */
	isRetryable: boolean;
}

/**
 * Names the kind of message that may be sent instead of one that failed.
 *
 * After a refusal because of the window (131047) that is a template, even if the person has written since: it reaches them
 * either way. After a failure that passes by itself it is what the session allows. Every other failure would come back.
 *
 * @returns `none` when nothing would help, or the person opted out of every category of template and the window is closed
 */
export function nextStepAfterFailure(
	{ errorCodes, isRetryable }: DeliveryFailure,
	window: Pick<WindowState, 'isOpen'>,
	consent: Consent,
): 'freeForm' | 'template' | 'none' {
	if (errorCodes.includes(RE_ENGAGEMENT_CODE)) return nextStep({ isOpen: false }, consent);
	return isRetryable ? nextStep(window, consent) : 'none';
}

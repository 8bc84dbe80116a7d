import type { Consent, ConsentCategory } from './Consent';
import type { WindowState } from './customerServiceWindow';

/** What the builder of the workflow wants when a free-form message meets a closed window. */
export type ClosedWindowPolicy = 'route' | 'template' | 'fail' | 'sendAnyway';

/** A send that is about to happen, with all that decides about it. */
export type SendIntent =
	| { kind: 'freeForm'; window: Pick<WindowState, 'isOpen'>; whenClosed: ClosedWindowPolicy }
	| { kind: 'template'; consent: Consent; category: ConsentCategory | undefined };

/**
 * - `sendFreeForm`, `sendTemplate`: go ahead;
 * - `route`: send nothing, the item leaves on the output for closed windows;
 * - `fail`: send nothing, the item fails;
 * - `withhold`: send nothing, the person opted out of this kind of message.
 */
export type SendDecision = 'sendFreeForm' | 'sendTemplate' | 'route' | 'fail' | 'withhold';

/**
 * Decides what to do with a message, before anything is claimed or sent.
 *
 * Free-form messages depend on the window alone. Template messages depend on consent alone: an opt-out of the template's
 * category withholds them. Consent that is not on record (`unknown`) does not, because the opt-in may have been given
 * elsewhere; a category that is not known is judged as marketing, the strictest.
 */
export function decideSend(intent: SendIntent): SendDecision {
	if (intent.kind === 'template') {
		return intent.consent[intent.category ?? 'marketing'] === 'optedOut' ? 'withhold' : 'sendTemplate';
	}
	if (intent.window.isOpen || intent.whenClosed === 'sendAnyway') return 'sendFreeForm';
	if (intent.whenClosed === 'template') return 'sendTemplate';
	return intent.whenClosed;
}

/**
 * Names the kind of message that may be sent next.
 *
 * @returns `none` when the window is closed and the person opted out of every category of template
 */
export function nextStep(
	window: Pick<WindowState, 'isOpen'>,
	consent: Consent,
): 'freeForm' | 'template' | 'none' {
	if (window.isOpen) return 'freeForm';
	return Object.values(consent).every((state) => state === 'optedOut') ? 'none' : 'template';
}

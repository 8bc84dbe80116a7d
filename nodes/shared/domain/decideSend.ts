import type { Consent, ConsentCategory } from './Consent';
import type { WindowState } from './customerServiceWindow';
import { isOptedOut } from './policies/consentPolicy';
import type { ClosedWindowPolicy } from './policies/Policy';

/** A send that is about to happen, with all that decides about it. */
export type SendIntent =
	| { kind: 'freeForm'; window: Pick<WindowState, 'isOpen'>; whenClosed: ClosedWindowPolicy }
	| { kind: 'template'; consent: Consent; category: ConsentCategory | undefined };

/**
 * - `sendFreeForm`, `sendTemplate`: go ahead;
 * - `directSend`: go ahead, as a utility message by Direct Send;
 * - `route`: send nothing, the item leaves on the output for closed windows;
 * - `fail`: send nothing, the item fails;
 * - `withhold`: send nothing, the person opted out of this kind of message.
 */
export type SendDecision = 'sendFreeForm' | 'sendTemplate' | 'directSend' | 'route' | 'fail' | 'withhold';

/**
 * Says in one word what the window and the consent allow, for scripts and Code nodes; the nodes themselves ask `judgeSend`, which
 * knows every policy.
 *
 * Free-form messages depend on the window alone, template messages on consent alone; see `isOptedOut`.
 */
export function decideSend(intent: SendIntent): SendDecision {
	if (intent.kind === 'template') return isOptedOut(intent.consent, intent.category) ? 'withhold' : 'sendTemplate';
	if (intent.window.isOpen || intent.whenClosed === 'sendAnyway') return 'sendFreeForm';
	if (intent.whenClosed === 'keep') return 'route';
	return intent.whenClosed === 'template' ? 'sendTemplate' : intent.whenClosed;
}

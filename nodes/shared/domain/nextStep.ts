import type { Consent } from './Consent';
import type { WindowState } from './customerServiceWindow';

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

import type { Consent } from './Consent';
import type { WindowState } from './customerServiceWindow';

/**
 * Names the kind of message that may be sent next.
 *
 * @returns `none` when the window is closed and the person opted out of every category of template
 */
export function nextStep(
	window: Pick<WindowState, 'isOpen'>,
	{ marketing, utility, authentication }: Consent,
): 'freeForm' | 'template' | 'none' {
	if (window.isOpen) return 'freeForm';
	return [marketing, utility, authentication].every((state) => state === 'optedOut') ? 'none' : 'template';
}

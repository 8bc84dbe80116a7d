import type { IHookFunctions } from 'n8n-workflow';

import { isTestListening } from './isTestListening';

/** Says whether Meta is to be left alone: registration is manual, or somebody listens for a test event. */
export function isRegisteredByHand(context: IHookFunctions): boolean {
	return isTestListening(context) || context.getNodeParameter('registration', 'automatic') === 'manual';
}

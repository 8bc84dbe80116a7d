import type { IHookFunctions } from 'n8n-workflow';

import { redactSecrets } from '../../shared/cloudApi/errors/redactSecrets';
import { logRegistration } from './logRegistration';

/** Says in the log that this trigger's path at another host stays registered, because it may be a copy that is live. */
export function logLeftElsewhere(context: IHookFunctions, url = ''): 'left' {
	const why = 'It is at another host: a copy of this workflow in another n8n, or an old address of this trigger.';
	logRegistration(context, 'warn', `${redactSecrets(url)} stays registered at Meta. ${why}`);
	return 'left';
}

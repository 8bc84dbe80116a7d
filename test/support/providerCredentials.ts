import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { keyOfNumber } from '../../simulator/dialog360/keyOfNumber';
import type { Stage } from './openStage';

/** What the providers of these credentials send along with each webhook. */
export const WEBHOOK_SECRET = 'a-secret-of-the-tests';

/** The key of the simulator's first business number at its 360dialog. */
export const DIALOG360_KEY = keyOfNumber(0);

/** The credential of a stage, by way of the simulator's 360dialog. */
export function dialog360Credential({ simulator, credential }: Pick<Stage, 'simulator' | 'credential'>): ICredentialDataDecryptedObject {
	const { businessAccountId, embeddedStorePath } = credential;
	return {
		provider: 'dialog360',
		dialog360ApiKey: DIALOG360_KEY,
		dialog360BaseUrl: `${simulator.url}/360dialog`,
		webhookSecret: WEBHOOK_SECRET,
		businessAccountId: String(businessAccountId),
		embeddedStorePath: String(embeddedStorePath),
	};
}

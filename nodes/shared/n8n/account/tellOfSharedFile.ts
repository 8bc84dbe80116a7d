import type { IExecuteFunctions } from 'n8n-workflow';

import { isFileOfMany } from '../../store/openStore';
import type { Account } from './openAccount';

/** Says in the editor that the sessions are in a file which every process of n8n has to find; nothing where there is one process. */
export function tellOfSharedFile(context: Partial<Pick<IExecuteFunctions, 'addExecutionHints'>>, { credentials }: Pick<Account, 'credentials'>): void {
	if (!isFileOfMany(credentials.store)) return;
	context.addExecutionHints?.({
		message:
			"n8n runs in queue mode and the sessions are in a file. That is right only where all processes of n8n run on one machine; otherwise choose 'Same Postgres as n8n' as the session store in the credential.",
		location: 'outputPane',
		type: 'info',
	});
}

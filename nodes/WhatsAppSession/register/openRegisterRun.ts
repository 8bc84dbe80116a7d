import { DateTime } from 'luxon';
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { openAccount, type Account } from '../../shared/n8n/account/openAccount';
import { tellOfSharedFile } from '../../shared/n8n/account/tellOfSharedFile';
import { createParameterReader, type ParameterReader } from '../../shared/n8n/parameters/createParameterReader';
import type { Store } from '../../shared/store/Store';

/** What the operations on sessions, consent and contacts work with during one run. */
export interface RegisterRun {
	context: IExecuteFunctions;
	account: Account;
	store: Store;
	read: ParameterReader;
	items: INodeExecutionData[];
	/** When the run began. UTC. */
	now: DateTime<true>;
	/** The workflow's time zone, IANA. */
	zone: string;
}

/**
 * Opens what the operations work with.
 *
 * @throws {InvalidInputError} when the credential is incomplete
 * @throws {SessionStoreError} when the store cannot be opened
 */
export async function openRegisterRun(context: IExecuteFunctions): Promise<RegisterRun> {
	const account = await openAccount(context);
	tellOfSharedFile(context, account);
	return {
		context,
		account,
		store: account.store(),
		read: createParameterReader(context),
		items: context.getInputData(),
		now: DateTime.utc(),
		zone: context.getTimezone(),
	};
}

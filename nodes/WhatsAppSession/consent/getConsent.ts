import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { findPerson } from '../register/findPerson';
import { openRegisterRun } from '../register/openRegisterRun';
import { readRow, runRows } from '../register/runRows';
import { toDetailsJson, toStatesJson } from './toConsentJson';

/**
 * Gives the consent of the person of every item.
 *
 * @returns each item with `consent` and `consentDetails`
 */
export async function getConsent(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const run = await openRegisterRun(context);
	const { account, store, items } = run;
	const rows = [];
	for (const itemIndex of items.keys()) rows.push(await readRow(async () => await findPerson(run, itemIndex)));
	return await runRows(context, rows, async (people) => {
		const users = people.map(({ bsuid, waId }) => ({ bsuid, waId }));
		const consents = await store.findConsent(account.credentials.businessAccountId, users);
		return consents.map((consent) => ({ consent: toStatesJson(consent), consentDetails: toDetailsJson(consent) }));
	});
}

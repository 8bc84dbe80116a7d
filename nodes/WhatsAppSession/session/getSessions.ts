import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { customerServiceWindow } from '../../shared/domain/customerServiceWindow';
import { findWindows } from '../../shared/n8n/items/findWindows';
import { toSessionJson } from '../../shared/n8n/items/toSessionJson';
import { toSafetyMargin } from '../../shared/n8n/parameters/toSafetyMargin';
import { openRegisterRun } from '../register/openRegisterRun';
import { readRow, runRows } from '../register/runRows';

/**
 * Gives the session of the person of every item, as the check does; somebody who never wrote has one that is closed.
 *
 * @returns each item with `session`
 */
export async function getSessions(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const run = await openRegisterRun(context);
	const { account, read, items, now } = run;
	const windows = await findWindows(items, account, read);
	const rows = await Promise.all(
		windows.map(async (window, itemIndex) =>
			await readRow(() => {
				if ('error' in window) throw window.error;
				return { ...window, safetyMargin: toSafetyMargin(read('options.safetyMarginMinutes', itemIndex, 5)) };
			}),
		),
	);
	return await runRows(context, rows, async (asked) => {
		return asked.map(({ safetyMargin, ...found }) => {
			const window = customerServiceWindow(found.session, now, { safetyMargin });
			return { session: toSessionJson({ ...found, window }) };
		});
	});
}

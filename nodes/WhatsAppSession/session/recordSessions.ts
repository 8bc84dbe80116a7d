import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { customerServiceWindow } from '../../shared/domain/customerServiceWindow';
import type { SessionEvidence } from '../../shared/domain/SessionEvidence';
import { findWindows, type AskedWindow } from '../../shared/n8n/items/findWindows';
import { toSessionJson } from '../../shared/n8n/items/toSessionJson';
import { isLeftEmpty } from '../../shared/n8n/parameters/isLeftEmpty';
import { openRegisterRun, type RegisterRun } from '../register/openRegisterRun';
import { readWhen } from '../register/readWhen';
import { readRow, runRows } from '../register/runRows';

interface Row extends AskedWindow {
	evidence: SessionEvidence;
}

/**
 * Records of every item that its person wrote, as another source than the trigger knows it.
 *
 * @returns each item with `session`, as it is then
 */
export async function recordInbound(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	return await recordSessions(context, 'inbound');
}

/**
 * Closes the window of the person of every item until the person writes again, as a refusal by WhatsApp does.
 *
 * @returns each item with `session`, as it is then
 */
export async function closeSessions(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	return await recordSessions(context, 'refusal');
}

async function recordSessions(context: IExecuteFunctions, kind: 'inbound' | 'refusal'): Promise<INodeExecutionData[]> {
	const run = await openRegisterRun(context);
	const windows = await findWindows(run.items, run.account, run.read);
	const rows = await Promise.all(
		windows.map(async (window, itemIndex) =>
			await readRow((): Row => {
				if ('error' in window) throw window.error;
				const { phoneNumberId, recipient } = window;
				const user = { bsuid: recipient.bsuid, waId: recipient.waId };
				const at = kind === 'inbound' ? readInboundAt(run, itemIndex) : run.now;
				return { ...window, evidence: { kind, phoneNumberId, user, atMs: at.toMillis(), ...(kind === 'inbound' && { through: 'record' }) } };
			}),
		),
	);
	return await runRows(context, rows, async (batch) => await recordBatch(run, batch));
}

function readInboundAt({ read, now, zone }: RegisterRun, itemIndex: number) {
	return isLeftEmpty(read.stored('when')) ? now : readWhen(read('when', itemIndex), { now, zone });
}

async function recordBatch({ account, store, now }: RegisterRun, batch: Row[]): Promise<IDataObject[]> {
	await store.recordEvidence(batch.map(({ evidence }) => evidence));
	const [sessions, consents] = await Promise.all([
		store.findSessions(batch.map(({ evidence }) => evidence)),
		store.findConsent(account.credentials.businessAccountId, batch.map(({ evidence }) => evidence.user)),
	]);
	return batch.map(({ phoneNumberId, recipient }, position) => {
		const session = sessions[position];
		const window = customerServiceWindow(session, now);
		return { session: toSessionJson({ phoneNumberId, recipient, session, consent: consents[position], window }) };
	});
}

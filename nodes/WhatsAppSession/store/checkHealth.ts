import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { WhatsAppSessionError } from '../../shared/domain/WhatsAppSessionError';
import { toIso } from '../../shared/domain/toIso';
import { openAccount } from '../../shared/n8n/account/openAccount';
import { toEmbeddedPath } from '../../shared/store/openStore';
import { SessionStoreError } from '../../shared/store/SessionStoreError';
import { findRightsProblem } from './findRightsProblem';
import { toHealthJson } from './toHealthJson';
import { toMetricsText } from './toMetricsText';

/**
 * Says how the session store is, once for all input items. One that cannot be reached is a finding and not an error, so that an alert
 * behind the node tells of it.
 *
 * @returns one item with `store`, and the same figures as text for Prometheus in `metrics`
 * @throws {InvalidInputError} when the credential is incomplete, so that there is no store to look at
 */
export async function checkHealth(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const account = await openAccount(context);
	const atMs = Date.now();
	const config = account.credentials.store;
	let outcome: IDataObject;
	try {
		const health = await account.store().findHealth(atMs);
		const rightsProblem = config.kind === 'embedded' ? findRightsProblem(toEmbeddedPath(config.path)) : undefined;
		outcome = { store: toHealthJson(health, atMs, rightsProblem), metrics: toMetricsText(health) };
	} catch (error) {
		outcome = { store: toUnreachableJson(error, config.kind, atMs), metrics: toMetricsText(undefined) };
	}
	return [{ json: outcome, pairedItem: { item: 0 } }];
}

function toUnreachableJson(error: unknown, kind: string, atMs: number): IDataObject {
	const message = error instanceof SessionStoreError ? error.message : 'The session store cannot be read.';
	const advice = error instanceof WhatsAppSessionError ? error.advice : '';
	return { isReachable: false, isInOrder: false, problems: [`${message} ${advice}`.trim()], kind, evaluatedAt: toIso(atMs) };
}

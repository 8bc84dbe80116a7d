import type { IDataObject } from 'n8n-workflow';

import { toIso } from '../../shared/domain/toIso';
import type { StoreHealth } from '../../shared/store/Housekeeping';

/**
 * Writes how a store is for the item; what needs a look is said in sentences.
 *
 * @param rightsProblem - what is wrong with the rights of its file; undefined where nothing is
 */
export function toHealthJson(health: StoreHealth, atMs: number, rightsProblem?: string): IDataObject {
	const problems = [...findProblems(health), ...(rightsProblem === undefined ? [] : [rightsProblem])];
	return {
		isReachable: true,
		isInOrder: problems.length === 0,
		problems,
		kind: health.kind,
		schemaVersion: health.schemaVersion,
		bytes: health.bytes,
		freeBytes: health.freeBytes ?? null,
		rows: Object.fromEntries(health.tables.map(({ name, rows }) => [toFieldName(name), rows])),
		oldestAt: Object.fromEntries(health.tables.map(({ name, oldestAtMs }) => [toFieldName(name), toIso(oldestAtMs)])),
		waitingAnswers: health.waitingAnswers,
		undecidedSends: health.undecidedSends,
		oldestUndecidedAt: toIso(health.oldestUndecidedAtMs),
		lateClosings: health.lateClosings,
		closingsWatchedAt: toIso(health.watchedAtMs),
		prunedAt: toIso(health.prunedAtMs),
		evaluatedAt: toIso(atMs),
	};
}

function findProblems({ pruningFailure, undecidedSends, oldestUndecidedAtMs, lateClosings }: StoreHealth): string[] {
	return [
		...(pruningFailure ? [`What is over could not be removed at ${toIso(pruningFailure.atMs)}: ${pruningFailure.message}`] : []),
		...(undecidedSends > 0
			? [`Of ${undecidedSends} sends nobody knows whether the message went out, the oldest of ${toIso(oldestUndecidedAtMs)}. A status of the message decides it; look whether statuses reach the trigger.`]
			: []),
		...(lateClosings > 0
			? [`${lateClosings} closing windows were to start a workflow, and it did not take them. Look whether the workflow of the WhatsApp Window Closing Trigger is active and does not fail.`]
			: []),
	];
}

function toFieldName(table: string): string {
	return table.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

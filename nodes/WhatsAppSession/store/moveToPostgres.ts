import { existsSync } from 'node:fs';

import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { InvalidInputError } from '../../shared/domain/InvalidInputError';
import { toIso } from '../../shared/domain/toIso';
import { openAccount } from '../../shared/n8n/account/openAccount';
import { moveStore, type MovedTableReport } from '../../shared/store/moving/moveStore';
import { openStore, toEmbeddedPath } from '../../shared/store/openStore';

const RUN_AGAIN = 'Run it again until nothing changes any more.';
const SWITCH =
	"Then choose this Postgres as 'Session Store' in the credential that your workflows use. A minute later, and when executions from before have ended, run it once more: it takes along what came in between.";
const WAITING = 'They start their workflow from there; where your workflows use Postgres already, run it again in three minutes, until none is waiting.';

/**
 * Adds all that is in an embedded session store to the Postgres of the node's credential, once for all input items; see `moveStore`.
 *
 * @returns one item with `move`: what became of each table, and what to do next
 * @throws {InvalidInputError} when the credential names no Postgres, or there is no such file
 * @throws {SessionStoreError} when one of the two cannot be read or written
 */
export async function moveToPostgres(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const account = await openAccount(context);
	if (account.credentials.store.kind !== 'postgres') {
		throw new InvalidInputError(
			'Session Store',
			"The credential of this node keeps sessions in an embedded store, and nothing can be moved into that: its 'Session Store' is not Postgres.",
			'Make a second WhatsApp Session credential for the move, with Postgres as its Session Store, and choose it in this node. Your workflows keep the first one until all is there.',
		);
	}
	const path = readSource(context);
	const source = openStore({ kind: 'embedded', path });
	const tables = await moveStore(source, account.store(), { atMs: Date.now(), signal: context.getExecutionCancelSignal() });
	return [{ json: { move: { from: path, ...toMoveJson(tables) } }, pairedItem: { item: 0 } }];
}

/** Opening a file that is not there would create an empty one, and everything would seem to be moved. */
function readSource(context: IExecuteFunctions): string {
	const written = String(context.getNodeParameter('sourcePath', 0, '') ?? '').trim();
	const path = toEmbeddedPath(written || undefined);
	if (existsSync(path)) return path;
	throw new InvalidInputError(
		'Embedded Store Path',
		`There is no session store at ${path}.`,
		"Give the path that stands in 'Embedded Store Path' of the credential that your workflows use; leave it empty only where that one is empty. In queue mode the node must run where the file lies.",
	);
}

function toMoveJson(tables: MovedTableReport[]): IDataObject {
	const sum = (name: 'rows' | 'changed' | 'missing' | 'waiting') => tables.reduce((total, table) => total + table[name], 0);
	const [rows, changed, missing, waiting] = [sum('rows'), sum('changed'), sum('missing'), sum('waiting')];
	return {
		isComplete: missing === 0 && waiting === 0,
		rows,
		changed,
		missing,
		waiting,
		tables: Object.fromEntries(tables.map(({ name, ...report }) => [name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()), report])),
		nextStep: toNextStep(changed, missing, waiting),
		at: toIso(Date.now()),
	};
}

function toNextStep(changed: number, missing: number, waiting: number): string {
	if (missing > 0) return `${missing} rows are not in Postgres. Keep the embedded store in use, and run it again.`;
	const left = waiting > 0 ? ` Of ${waiting} ${waiting === 1 ? 'person' : 'people'} the messages are being combined at this moment, and stay where they are. ${WAITING}` : '';
	return `${toSwitch(changed)}${left}`;
}

function toSwitch(changed: number): string {
	if (changed > 0) return `Everything was copied and looked up again. ${RUN_AGAIN} ${SWITCH}`;
	return `Everything that is in the file is in Postgres. Where your workflows use Postgres already, the move is done, and the file can be kept as a backup. If not: ${SWITCH.replace('Then choose', 'choose')}`;
}

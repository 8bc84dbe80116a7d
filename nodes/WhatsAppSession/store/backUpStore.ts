import { createReadStream, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { basename, dirname, isAbsolute, join } from 'node:path';

import { DateTime } from 'luxon';
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { InvalidInputError } from '../../shared/domain/InvalidInputError';
import { openAccount } from '../../shared/n8n/account/openAccount';
import type { Store } from '../../shared/store/Store';

const MIME_TYPE = 'application/vnd.sqlite3';

/**
 * Copies the embedded session store into a file, once for all input items.
 *
 * @returns one item with `backup`, and the file where it goes with the item
 * @throws {InvalidInputError} when the path is none that may be written
 * @throws {SessionStoreError} when the copy cannot be written, or the store is in Postgres
 */
export async function backUpStore(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const account = await openAccount(context);
	const store = account.store();
	const isOnHost = context.getNodeParameter('destination', 0) === 'host';
	return [isOnHost ? await backUpToHost(context, store) : await backUpToItem(context, store)];
}

async function backUpToHost(context: IExecuteFunctions, store: Store): Promise<INodeExecutionData> {
	const path = readPath(context);
	const bytes = await store.backUp(path);
	return { json: { backup: { path, bytes, at: toNow() } }, pairedItem: { item: 0 } };
}

async function backUpToItem(context: IExecuteFunctions, store: Store): Promise<INodeExecutionData> {
	const field = String(context.getNodeParameter('binaryPropertyName', 0, 'data')).trim() || 'data';
	// Not in the folder for temporary files, which is often small, and in memory.
	const storage = context.helpers.getStoragePath();
	mkdirSync(storage, { recursive: true, mode: 0o700 });
	const folder = mkdtempSync(join(storage, 'backup-'));
	try {
		const fileName = `sessions-${DateTime.utc().toFormat("yyyy-MM-dd'T'HHmmss'Z'")}.sqlite`;
		const path = join(folder, fileName);
		const bytes = await store.backUp(path);
		const file = await context.helpers.prepareBinaryData(createReadStream(path), fileName, MIME_TYPE);
		return { json: { backup: { fileName, bytes, at: toNow() } }, binary: { [field]: file }, pairedItem: { item: 0 } };
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function readPath(context: IExecuteFunctions): string {
	const written = String(context.getNodeParameter('filePath', 0, '') ?? '').trim();
	if (!isAbsolute(written) || /[/\\]$/.test(written)) {
		throw new InvalidInputError(
			'File Path',
			`'File Path' is not the whole path of a file: ${written === '' ? 'it is empty' : written}`,
			'Write it from the root on and with the name of the file, for example /home/node/.n8n-files/sessions-2026-11-26.sqlite.',
		);
	}
	const path = join(toRealFolder(written), basename(written));
	if (!context.helpers.isFilePathBlocked(path as Parameters<typeof context.helpers.isFilePathBlocked>[0])) return path;
	throw new InvalidInputError(
		'File Path',
		`'File Path' lies where n8n lets workflows write no files: ${written}`,
		'Choose a folder that N8N_RESTRICT_FILE_ACCESS_TO names; where nothing is set that is .n8n-files in the home folder. Or choose File of the Item.',
	);
}

/** Where a link leads counts, not where it lies. */
function toRealFolder(path: string): string {
	let folder: string | undefined;
	try {
		folder = realpathSync(dirname(path));
	} catch {
		folder = undefined;
	}
	if (folder !== undefined) return folder;
	throw new InvalidInputError('File Path', `The folder of 'File Path' does not exist: ${path}`, 'Create the folder first, or choose another one.');
}

function toNow(): string {
	return DateTime.utc().toISO();
}

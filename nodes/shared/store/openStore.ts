import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

import { openPostgresStore } from './postgres/openPostgresStore';
import { readStorePath } from './readStorePath';
import { SessionStoreError } from './SessionStoreError';
import { openSqliteStore } from './sqlite/openSqliteStore';
import type { Store } from './Store';
import type { StoreConfig } from './StoreConfig';

/** What the process is told from outside. */
export interface StoreEnvironment {
	/** Environment variables; `N8N_USER_FOLDER` and `EXECUTIONS_MODE` are read. */
	variables: Record<string, string | undefined>;
	/** The user's home folder. */
	homeFolder: string;
	/** What n8n was started as: `worker` and `webhook` are in queue mode whatever the variables say; undefined where it is not known. */
	command?: string;
}

// Belongs to the handles: a version of this package that needs other ones must not find these after a reload.
const HANDLE_VERSION = 15;
const HANDLES = Symbol.for('n8n-nodes-whatsapp-session/stores');

// Asked for only where a path has to be made of it: the store is opened several times for every webhook.
const PROCESS: StoreEnvironment = {
	get variables() {
		return process.env;
	},
	get homeFolder() {
		return homedir();
	},
	get command() {
		return process.argv[2];
	},
};

/**
 * Gives the store of a configuration, and opens it at the first use.
 *
 * One handle per configuration and process, also after n8n has loaded the package anew. A handle that could not be
 * opened is tried again at the next call, and a closed one makes room for a new one.
 *
 * @throws {SessionStoreError} when the store cannot be opened, or several processes would each get one of their own
 */
export function openStore(
	config: StoreConfig,
	environment: StoreEnvironment = PROCESS,
): Store {
	const handles = openHandles();
	const path = config.kind === 'embedded' ? toEmbeddedPath(config.path, environment) : undefined;
	const key = JSON.stringify([HANDLE_VERSION, config.kind, config.kind === 'postgres' ? config.url : path]);
	const existing = handles.get(key);
	if (existing) return existing;
	const onClose = () => handles.delete(key);
	const store = config.kind === 'postgres' ? openPostgresStore({ url: config.url, onClose }) : openSqliteStore({ path: path ?? '', onClose });
	handles.set(key, store);
	return store;
}

function openHandles(): Map<string, Store> {
	const shared = globalThis as { [HANDLES]?: Map<string, Store> };
	return (shared[HANDLES] ??= new Map());
}

/** Says whether a store is a file that several processes of n8n have to share, which is known of queue mode alone. */
export function isFileOfMany({ kind }: StoreConfig, environment: StoreEnvironment = PROCESS): boolean {
	return kind === 'embedded' && isInQueueMode(environment);
}

/** A worker takes itself for one also where nobody told it that n8n is in queue mode. */
function isInQueueMode({ variables, command = '' }: StoreEnvironment): boolean {
	return variables.EXECUTIONS_MODE?.trim() === 'queue' || command === 'worker' || command === 'webhook';
}

/**
 * Says where the file of an embedded store lies.
 *
 * @param path - as it was given; undefined for the default place
 * @throws {SessionStoreError} when it is no path of a file, or several processes would each get a file of their own
 */
export function toEmbeddedPath(path: string | undefined, environment: StoreEnvironment = PROCESS): string {
	const { variables, homeFolder } = environment;
	if (path) return readStorePath(path, homeFolder);
	if (isInQueueMode(environment)) {
		throw new SessionStoreError(
			'n8n runs in queue mode, where the embedded session store would be a different one on every machine.',
			{
				advice:
					"Choose 'Same Postgres as n8n' as the session store in the WhatsApp Session credential, or Postgres. If all n8n processes run on one host, set 'Embedded Store Path' to a file that all of them share instead.",
			},
		);
	}
	const userFolder = variables.N8N_USER_FOLDER || homeFolder;
	return resolve(join(userFolder, '.n8n', 'whatsapp-session', 'sessions.sqlite'));
}

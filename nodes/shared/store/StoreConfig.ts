import type { PostgresAddress } from './postgres/PostgresServer';

/** Which database keeps sessions, consent and sends. */
export type StoreConfig =
	| {
			kind: 'embedded';
			/** Where the SQLite file lies; without it, in n8n's own folder. */
			path?: string;
	  }
	| {
			kind: 'postgres';
			/** `postgresql://user:password@host:port/database`, or its parts; the password is never shown in an error. */
			url: PostgresAddress;
	  };

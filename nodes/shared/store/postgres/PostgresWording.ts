/** How the settings of a database are called where they were entered, as parts of sentences. */
export interface PostgresWording {
	/** The settings that say where the server is. */
	place: string;
	/** The settings that say who asks. */
	login: string;
	/** The setting that names the database. */
	database: string;
	/** A sentence's beginning: how to connect without encryption. */
	withoutTls: string;
	/** The same: how to connect to a server whose certificate no public authority has signed. */
	verified: string;
	/** A sentence: how to encrypt without asking whose server it is. */
	unverified: string;
	/** A sentence: what a certificate for another host asks for. */
	otherHost: string;
	/** A sentence: where a certificate that cannot be read was named. */
	certificates: string;
}

const FILES_ARE = 'The file has to be on the machine that runs n8n, and on every worker.';

/** Where a URL was entered. */
const URL_WORDING: PostgresWording = {
	place: 'host and port in the Postgres URL',
	login: 'user and password in the Postgres URL of the WhatsApp Session credential',
	database: 'the database in the Postgres URL',
	withoutTls: 'Write sslmode=disable into the Postgres URL',
	verified:
		'Write into the Postgres URL sslmode=verify-full&sslrootcert=/path/to/ca.crt, with the certificate of its authority (or its own, ' +
		`where it signed itself) as a file. ${FILES_ARE}`,
	unverified: 'In a network that you trust, sslmode=no-verify encrypts without asking whose server it is.',
	otherHost:
		'Write the host that it was made for into the Postgres URL. To check who signed it and not its host: ' +
		'uselibpqcompat=true&sslmode=verify-ca&sslrootcert=/path/to/ca.crt.',
	certificates: `Correct the path after sslrootcert, sslcert or sslkey in the Postgres URL. ${FILES_ARE}`,
};

/** Where the fields of the credential were filled in. */
const CREDENTIAL_WORDING: PostgresWording = {
	place: "'Postgres Host' and 'Postgres Port' of the WhatsApp Session credential",
	login: "'Postgres User' and 'Postgres Password' of the WhatsApp Session credential",
	database: "'Postgres Database' of the WhatsApp Session credential",
	withoutTls: "Set 'Postgres Encryption' of the WhatsApp Session credential to Off",
	verified:
		"Set 'Postgres Encryption' of the WhatsApp Session credential to On, and paste the certificate of its authority (or its own, " +
		"where it signed itself) into 'Postgres CA Certificate'.",
	unverified: "In a network that you trust, 'Postgres Encryption' On Without Check encrypts without asking whose server it is.",
	otherHost: "Enter the host that it was made for into 'Postgres Host' of the WhatsApp Session credential.",
	certificates: "Paste the whole certificate into 'Postgres CA Certificate', from BEGIN CERTIFICATE to END CERTIFICATE.",
};

/** Where the database is the one of n8n. */
const ENVIRONMENT_WORDING: PostgresWording = {
	place: 'DB_POSTGRESDB_HOST and DB_POSTGRESDB_PORT of this n8n process',
	login: 'DB_POSTGRESDB_USER and DB_POSTGRESDB_PASSWORD of this n8n process',
	database: 'DB_POSTGRESDB_DATABASE of this n8n process',
	withoutTls: 'Set DB_POSTGRESDB_SSL_ENABLED=false for every n8n process',
	verified:
		'Set DB_POSTGRESDB_SSL_ENABLED=true for every n8n process, and DB_POSTGRESDB_SSL_CA_FILE to a file with the certificate of its ' +
		'authority (or its own, where it signed itself).',
	unverified:
		'In a network that you trust, DB_POSTGRESDB_SSL_REJECT_UNAUTHORIZED=false encrypts without asking whose server it is.',
	otherHost: 'Set DB_POSTGRESDB_HOST of every n8n process to the host that it was made for.',
	certificates: 'Correct DB_POSTGRESDB_SSL_CA, DB_POSTGRESDB_SSL_CERT and DB_POSTGRESDB_SSL_KEY of this n8n process.',
};

/** The words for each place where a database can be named. */
export const POSTGRES_WORDINGS = { url: URL_WORDING, credential: CREDENTIAL_WORDING, environment: ENVIRONMENT_WORDING } as const;

import { n8nOwner } from './n8nOwner.ts';

/** Parts of n8n that this pack does not touch; without them it starts sooner and calls nobody. */
const DISABLED_MODULES = [
	'mcp-registry',
	'instance-ai',
	'agents',
	'chat-hub',
	'insights',
	'mcp',
	'otel',
	'external-secrets',
	'source-control',
	'log-streaming',
	'ldap',
	'sso-oidc',
	'sso-saml',
	'quick-connect',
	'breaking-changes',
	'workflow-builder',
	'provisioning',
	'dynamic-credentials',
	'token-exchange',
	'workflow-reviews',
	'oauth-server',
	'oauth-jwe',
	'instance-version-history',
];

const QUIET = {
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_DYNAMIC_BANNERS_ENABLED: 'false',
	N8N_VERIFIED_PACKAGES_ENABLED: 'false',
	N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
	// A version that does not know one of them does not start.
	...(process.env.TRY_N8N ? {} : { N8N_DISABLED_MODULES: DISABLED_MODULES.join(',') }),
};

const OWNER = {
	N8N_INSTANCE_OWNER_MANAGED_BY_ENV: 'true',
	N8N_INSTANCE_OWNER_EMAIL: n8nOwner.email,
	N8N_INSTANCE_OWNER_PASSWORD_HASH: n8nOwner.passwordHash,
	N8N_INSTANCE_OWNER_FIRST_NAME: n8nOwner.firstName,
	N8N_INSTANCE_OWNER_LAST_NAME: n8nOwner.lastName,
};

/** Where one n8n lives. */
export interface N8nPlace {
	/** Folder under which n8n keeps its `.n8n`. */
	userFolder: string;
	port: number;
	/** Port of the broker for Code nodes; every n8n process on a machine needs its own. */
	brokerPort: number;
}

/** What npm and an n8n of the reader's own would otherwise hand down. */
const INHERITED = /^(npm_|N8N_|DB_|QUEUE_|EXECUTIONS_|WEBHOOK_URL$|NODE_OPTIONS$|NODE_ENV$|NODES_)/i;

/** The environment of an n8n that keeps to itself, has its owner already, and listens on 127.0.0.1 only. */
export function n8nEnvironment(
	{ userFolder, port, brokerPort }: N8nPlace,
	extra: Record<string, string> = {},
): Record<string, string> {
	const own = Object.entries(process.env).filter(
		(entry): entry is [string, string] => entry[1] !== undefined && !INHERITED.test(entry[0]),
	);
	return {
		...Object.fromEntries(own),
		...QUIET,
		...OWNER,
		NODE_ENV: 'production',
		GENERIC_TIMEZONE: 'UTC',
		N8N_USER_FOLDER: userFolder,
		N8N_PORT: String(port),
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		N8N_WEBHOOK_URL: `http://localhost:${port}/`,
		// What older versions call it.
		...(process.env.TRY_N8N && { WEBHOOK_URL: `http://localhost:${port}/` }),
		N8N_EDITOR_BASE_URL: `http://localhost:${port}/`,
		N8N_SECURE_COOKIE: 'false',
		N8N_ENCRYPTION_KEY: 'whatsapp-session-demo',
		...extra,
	};
}

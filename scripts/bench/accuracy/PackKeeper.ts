import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { INodeType } from 'n8n-workflow';
import type { SessionEvidence } from '../../../nodes/shared/domain/SessionEvidence.ts';
import type { Store } from '../../../nodes/shared/store/Store.ts';
import type { StoreConfig } from '../../../nodes/shared/store/StoreConfig.ts';
import type { WebhookRecord } from '../../../nodes/shared/store/SessionStore.ts';
import type { WebhookEvent } from '../../../nodes/shared/webhook/parsing/WebhookEvent.ts';
import { projectFolder } from '../../n8n/projectFolder.ts';
import type { InProcessN8n } from '../check/InProcessN8n.ts';
import { sampleCredential } from '../check/sampleCredential.ts';
import { checkParameters } from '../check/workflows.ts';
import type { Question } from './Happening.ts';
import { BUSINESS_ACCOUNT_ID, phoneNumberIdOf } from './toWebhook.ts';
import type { WindowKeeper } from './WindowKeeper.ts';

interface Pack {
	SessionWindowCheck: new () => INodeType;
	openStore: (config: StoreConfig) => Store;
	parseWebhook: (body: unknown, receivedAtMs: number, businessAccountId: string) => { events: WebhookEvent[] };
	toSessionEvidence: (events: WebhookEvent[]) => SessionEvidence[];
	toMessageStatuses: (events: WebhookEvent[]) => WebhookRecord['statuses'];
	toConsentEntries: (events: WebhookEvent[]) => WebhookRecord['consent'];
	toRenamings: (events: WebhookEvent[]) => WebhookRecord['renamings'];
}

const MODULES = [
	'SessionWindowCheck/SessionWindowCheck.node',
	'shared/store/openStore',
	'shared/webhook/parsing/parseWebhook',
	...['toSessionEvidence', 'toMessageStatuses', 'toConsentEntries', 'toRenamings'].map((name) => `shared/webhook/evidence/${name}`),
];
const LEASE_MS = 30_000;

function loadPack(): Pack {
	const require = createRequire(import.meta.url);
	const nodes = join(projectFolder(), 'dist', 'nodes');
	return Object.assign({}, ...MODULES.map((name) => require(join(nodes, `${name}.js`)) as object)) as Pack;
}

/**
 * This pack: its parsers, its evidence and its store, as the trigger uses them, and the Session Window Check in n8n's engine. The clock
 * of the trigger is the timeline's; the check is told the instant by 'Evaluate At', and has no margin, so that it answers for the
 * very instant.
 */
export class PackKeeper implements WindowKeeper {
	private readonly pack = loadPack();
	private readonly credential: Record<string, unknown>;
	private readonly n8n: InProcessN8n;
	private readonly config: StoreConfig;
	private deliveries = 0;

	constructor(n8n: InProcessN8n, config: StoreConfig) {
		this.n8n = n8n;
		this.config = config;
		const { kind } = config;
		const store = kind === 'postgres' ? { sessionStore: kind, postgresUrl: config.url } : {};
		this.credential = { ...sampleCredential(kind === 'embedded' ? (config.path ?? '') : ''), ...store };
	}

	async receive(webhook: object, atMs: number): Promise<void> {
		const { parseWebhook, toSessionEvidence, toMessageStatuses, toConsentEntries, toRenamings } = this.pack;
		const { events } = parseWebhook(JSON.parse(JSON.stringify(webhook)), atMs, BUSINESS_ACCOUNT_ID);
		await this.pack.openStore(this.config).recordWebhook({
			receiver: 'live/accuracy',
			receivedAtMs: atMs,
			deliveryId: String((this.deliveries += 1)),
			leaseUntilMs: atMs + LEASE_MS,
			eventIds: [],
			evidence: toSessionEvidence(events),
			statuses: toMessageStatuses(events),
			consent: toConsentEntries(events),
			renamings: toRenamings(events),
			templateChanges: [],
		});
	}

	async ask(questions: Question[]): Promise<boolean[]> {
		const parameters = {
			...checkParameters,
			recipient: '={{ $json.recipient }}',
			options: { evaluateAt: '={{ $json.sendAt }}', safetyMarginMinutes: 0 },
		};
		const items = questions.map(({ recipient, business, sendAtMs }, index) => ({
			json: { index, recipient, phoneNumberId: phoneNumberIdOf(business), sendAt: new Date(sendAtMs).toISOString() },
		}));
		const node = new this.pack.SessionWindowCheck();
		const { outputs } = await this.n8n.run({ node, parameters, typeVersion: 1, credential: this.credential, items });
		const open = new Set(outputs[0]?.map(({ json }) => json.index));
		return questions.map((_, index) => open.has(index));
	}

	async restart(): Promise<void> {
		await this.close();
	}

	/** Closes the store. */
	async close(): Promise<void> {
		await this.pack.openStore(this.config).close();
	}
}

import type { N8nExecution } from './N8nExecution.ts';
import { n8nOwner } from './n8nOwner.ts';
import type { N8nWorkflow, StoredN8nWorkflow } from './N8nWorkflow.ts';
import { waitUntil } from './waitUntil.ts';

const KEY_LABEL = 'whatsapp-session';
const PUBLISH_TIMEOUT_MS = 60_000;

/** Whether a workflow's published version is live, and per trigger what went wrong. */
export interface PublicationStatus {
	status: 'in_progress' | 'published' | 'partial' | 'failed' | 'not_published';
	triggers?: Array<{ status: string; errorMessage?: string }>;
}

/** A credential to store. */
export interface N8nCredential {
	name: string;
	type: string;
	data: Record<string, unknown>;
}

/** The answer of n8n's credential test: "OK" or the reason. */
export interface CredentialTestResult {
	status: 'OK' | 'Error';
	message: string;
}

/** Works in an n8n as its owner does: credentials, workflows, executions. */
export class N8nClient {
	readonly url: string;
	private readonly isTried = Boolean(process.env.TRY_N8N);
	private cookie = '';
	private apiKey = '';

	private constructor(url: string) {
		this.url = url;
	}

	/** Signs in at the n8n at `url` as the owner of the demo, and makes an API key. */
	static async connect(url: string): Promise<N8nClient> {
		const client = new N8nClient(url);
		const account = { emailOrLdapLoginId: n8nOwner.email, password: n8nOwner.password };
		if (client.isTried) await client.makeOwner();
		const answer = await client.fetch('POST', '/rest/login', account);
		client.cookie = answer.headers
			.getSetCookie()
			.map((cookie) => cookie.split(';')[0])
			.join('; ');
		client.apiKey = await client.makeApiKey();
		return client;
	}

	/** Calls a route of the editor, `/rest/…`, and gives what is under `data`. */
	async rest<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
		const answer = await this.fetch(method, `/rest${path}`, body);
		return ((await answer.json()) as { data: Answer }).data;
	}

	/** Calls a route of the public API, `/api/v1/…`. */
	async api<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
		const answer = await this.fetch(method, `/api/v1${path}`, body);
		return (await answer.json()) as Answer;
	}

	/** Stores a credential, or replaces the data of the one with the same name and type; gives its ID. */
	async saveCredential(credential: N8nCredential): Promise<string> {
		const all = await this.rest<Array<{ id: string; name: string; type: string }>>('GET', '/credentials');
		const existing = all.find(({ name, type }) => name === credential.name && type === credential.type);
		const saved = existing
			? await this.rest<{ id: string }>('PATCH', `/credentials/${existing.id}`, credential)
			: await this.rest<{ id: string }>('POST', '/credentials', credential);
		return saved.id;
	}

	/** Runs the test that n8n runs when a credential is saved in the editor. */
	async testCredential(credential: N8nCredential): Promise<CredentialTestResult> {
		// Older versions test stored credentials alone.
		const id = this.isTried ? (await this.rest<{ id: string }>('POST', '/credentials', credential)).id : '';
		return await this.rest('POST', '/credentials/test', { credentials: { id, ...credential } });
	}

	/** The stored workflow of that name, or undefined. */
	async findWorkflow(name: string): Promise<StoredN8nWorkflow | undefined> {
		const path = `/workflows?name=${encodeURIComponent(name)}&limit=250`;
		const { data } = await this.api<{ data: StoredN8nWorkflow[] }>('GET', path);
		return data.find((workflow) => workflow.name === name);
	}

	/** Stores a new workflow, unpublished. */
	async createWorkflow({ name, nodes, connections, settings, pinData }: N8nWorkflow): Promise<StoredN8nWorkflow> {
		return await this.api('POST', '/workflows', { name, nodes, connections, settings: settings ?? {}, ...(pinData && { pinData }) });
	}

	/** Replaces the draft of a stored workflow; what is published stays until it is published again. */
	async updateWorkflow(id: string, { name, nodes, connections, settings, pinData }: N8nWorkflow): Promise<StoredN8nWorkflow> {
		return await this.api('PUT', `/workflows/${id}`, { name, nodes, connections, settings: settings ?? {}, ...(pinData && { pinData }) });
	}

	async getWorkflow(id: string): Promise<StoredN8nWorkflow> {
		return await this.api('GET', `/workflows/${id}`);
	}

	async deleteWorkflow(id: string): Promise<void> {
		await this.api('DELETE', `/workflows/${id}`);
	}

	/**
	 * Publishes a workflow's draft and waits until its triggers are in place or have failed.
	 *
	 * @throws {Error} when n8n cannot start a trigger, with the trigger's own message
	 */
	async publish(id: string): Promise<void> {
		// What older versions call it; newer ones know that as well.
		await this.api('POST', `/workflows/${id}/${this.isTried ? 'activate' : 'publish'}`, {});
		const look = async () => {
			const status = await this.readPublicationStatus(id, 'published');
			return status.status !== 'in_progress' && status.status !== 'not_published' && status;
		};
		const { status, triggers } = await waitUntil(look, {
			what: `workflow ${id} to be published`,
			timeoutMs: PUBLISH_TIMEOUT_MS,
		});
		if (status === 'published') return;
		const reasons = triggers?.map(({ errorMessage }) => errorMessage).filter(Boolean);
		throw new Error(`Workflow ${id} could not be published: ${reasons?.join('; ') || status}`);
	}

	async unpublish(id: string): Promise<void> {
		await this.api('POST', `/workflows/${id}/${this.isTried ? 'deactivate' : 'unpublish'}`, {});
		const look = async () => (await this.readPublicationStatus(id, 'not_published')).status === 'not_published';
		await waitUntil(look, { what: `workflow ${id} to be unpublished`, timeoutMs: PUBLISH_TIMEOUT_MS });
	}

	async publicationStatus(id: string): Promise<PublicationStatus> {
		return await this.rest('GET', `/workflows/${id}/publication-status`);
	}

	/**
	 * Runs a workflow's draft by hand, from the trigger named.
	 *
	 * @returns `executionId`; or `waitingForWebhook` when that trigger waits for a call of its test URL
	 */
	async run(id: string, triggerName: string): Promise<{ executionId?: string; waitingForWebhook?: boolean }> {
		const body = { workflowData: await this.getWorkflow(id), triggerToStartFrom: { name: triggerName } };
		return await this.rest('POST', `/workflows/${id}/run`, body);
	}

	/** The executions of a workflow with their data, newest first, at most 100. */
	async executions(workflowId: string): Promise<N8nExecution[]> {
		if (this.isTried) return await this.listExecutions(workflowId);
		const path = `/executions?workflowId=${workflowId}&includeData=true&limit=100`;
		return (await this.api<{ data: N8nExecution[] }>('GET', path)).data;
	}

	/** Waits until one execution has ended, and gives it with its data. */
	async waitForExecution(executionId: string, timeoutMs = 30_000): Promise<N8nExecution> {
		const look = async () => {
			const execution = await this.readExecution(executionId);
			return execution && !['new', 'running'].includes(execution.status) && execution;
		};
		return await waitUntil(look, { what: `execution ${executionId} to end`, timeoutMs });
	}

	/** Waits until a workflow has `count` ended executions, and gives them all, oldest first. */
	async waitForExecutions(workflowId: string, count: number, timeoutMs = 30_000): Promise<N8nExecution[]> {
		const look = async () => {
			const all = await this.executions(workflowId);
			const ended = all.filter(({ status }) => !['new', 'running'].includes(status));
			return ended.length >= count && ended.reverse();
		};
		return await waitUntil(look, { what: `${count} executions of workflow ${workflowId}`, timeoutMs });
	}

	/** Older versions have done it when they answer, and have no status to read. */
	private async readPublicationStatus(id: string, wanted: PublicationStatus['status']): Promise<PublicationStatus> {
		const status = this.publicationStatus(id);
		return this.isTried ? await status.catch(() => ({ status: wanted })) : await status;
	}

	/** One execution with its data; undefined while an older version has not saved it, of which it says an error. */
	private async readExecution(id: string): Promise<N8nExecution | undefined> {
		const answer = this.api<N8nExecution>('GET', `/executions/${id}?includeData=true`);
		return this.isTried ? await answer.catch(() => undefined) : await answer;
	}

	/** The public API of older versions does not list what waits, and their editor's lists twice what ends meanwhile. */
	private async listExecutions(workflowId: string): Promise<N8nExecution[]> {
		const path = `/executions?filter=${encodeURIComponent(JSON.stringify({ workflowId }))}&limit=100`;
		const { results } = await this.rest<{ results: Array<{ id: string }> }>('GET', path);
		const ids = [...new Set(results.map(({ id }) => id))];
		const found = await Promise.all(ids.map(async (id) => await this.readExecution(id)));
		return found.filter((execution) => execution !== undefined);
	}

	/** Older versions do not take the owner from the environment, and say that they are ready before they take anything. */
	private async makeOwner(): Promise<void> {
		const isAnswered = async () =>
			await this.fetch('POST', '/rest/owner/setup', n8nOwner).then(
				() => true,
				({ message }: Error) => !message.includes('Cannot POST'),
			);
		await waitUntil(isAnswered, { what: 'n8n to take its owner', timeoutMs: PUBLISH_TIMEOUT_MS });
	}

	/** A label is taken only once, so the key of an earlier start goes first. */
	private async makeApiKey(): Promise<string> {
		const found = await this.rest<ApiKeys | ApiKeys['items']>('GET', '/api-keys');
		const keys = Array.isArray(found) ? found : found.items;
		for (const { id } of keys.filter(({ label }) => label === KEY_LABEL)) {
			await this.rest('DELETE', `/api-keys/${id}`);
		}
		const scopes = await this.rest<string[]>('GET', '/api-keys/scopes');
		const key = { label: KEY_LABEL, expiresAt: null, scopes };
		return (await this.rest<{ rawApiKey: string }>('POST', '/api-keys', key)).rawApiKey;
	}

	private async fetch(method: string, path: string, body?: unknown): Promise<Response> {
		const headers = {
			'content-type': 'application/json',
			cookie: this.cookie,
			'x-n8n-api-key': this.apiKey,
			// A busy n8n closes idle connections while the next request is on its way: ECONNRESET.
			connection: 'close',
		};
		const answer = await fetch(`${this.url}${path}`, {
			method,
			headers,
			body: body === undefined ? undefined : JSON.stringify(body),
			signal: AbortSignal.timeout(120_000),
		});
		if (answer.ok) return answer;
		throw new Error(`n8n refused ${method} ${path} with ${answer.status}: ${(await answer.text()).slice(0, 500)}`);
	}
}

interface ApiKeys {
	items: Array<{ id: string; label: string }>;
}

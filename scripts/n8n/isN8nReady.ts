const PATIENCE_MS = 2000;

/**
 * Whether a process of n8n can be given work: its database is connected and migrated.
 *
 * `/healthz` is no answer to this: it is 200 as soon as the process listens, and until the database is migrated n8n answers 200 with "n8n is
 * starting up" to every other request, webhooks as well. Who posts one then loses it.
 *
 * @param url - where the process listens, without a slash at the end; false as well when nothing does
 */
export async function isN8nReady(url: string): Promise<boolean> {
	const answer = await fetch(`${url}/healthz/readiness`, { signal: AbortSignal.timeout(PATIENCE_MS) }).catch(() => undefined);
	return answer?.status === 200;
}

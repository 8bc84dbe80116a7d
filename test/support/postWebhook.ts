import { createHmac } from 'node:crypto';

/** What is posted, and how. */
export interface PostOptions {
	/** Signs the body; the simulator's app secret by default. */
	appSecret?: string;
	/** Headers that replace the usual ones; undefined leaves one out. */
	headers?: Record<string, string | undefined>;
}

/** Posts a webhook by hand, signed as Meta signs it, and gives the answer as it came. */
export async function postWebhook(
	url: string,
	body: unknown,
	{ appSecret = 'simulator-app-secret', headers = {} }: PostOptions = {},
): Promise<{ status: number; text: string }> {
	const rawBody = typeof body === 'string' ? body : JSON.stringify(body);
	const signature = `sha256=${createHmac('sha256', appSecret).update(rawBody).digest('hex')}`;
	const all = { 'Content-Type': 'application/json', 'X-Hub-Signature-256': signature, ...headers };
	const given = Object.entries(all).filter((header): header is [string, string] => header[1] !== undefined);
	const response = await fetch(url, { method: 'POST', headers: given, body: rawBody });
	return { status: response.status, text: await response.text() };
}

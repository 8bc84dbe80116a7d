import { signWebhook } from './signWebhook';

/** How a webhook is posted. */
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
	{ appSecret, headers = {} }: PostOptions = {},
): Promise<{ status: number; text: string }> {
	const signed = signWebhook(body, appSecret);
	const all: Array<[string, string | undefined]> = Object.entries({ ...signed.headers, ...headers });
	const given = all.filter((header): header is [string, string] => header[1] !== undefined);
	const response = await fetch(url, { method: 'POST', headers: given, body: signed.body });
	return { status: response.status, text: await response.text() };
}

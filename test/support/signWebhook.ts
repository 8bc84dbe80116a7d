import { createHmac } from 'node:crypto';

/** Gives body and headers of a POST that is signed as Meta signs it. */
export function signWebhook(body: unknown, appSecret = 'simulator-app-secret'): { body: string; headers: Record<string, string> } {
	const rawBody = typeof body === 'string' ? body : JSON.stringify(body);
	const signature = `sha256=${createHmac('sha256', appSecret).update(rawBody).digest('hex')}`;
	return { body: rawBody, headers: { 'Content-Type': 'application/json', 'X-Hub-Signature-256': signature } };
}

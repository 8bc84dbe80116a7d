import { createHmac } from 'node:crypto';

/** A webhook that is ready to be posted. */
export interface SignedWebhook {
	body: Buffer;
	/** With Meta's signature over exactly these bytes. */
	headers: Record<string, string>;
}

/** Signs a webhook as Meta signs it. */
export function signWebhook(webhook: object, appSecret: string): SignedWebhook {
	const body = Buffer.from(JSON.stringify(webhook));
	const signature = createHmac('sha256', appSecret).update(body).digest('hex');
	return {
		body,
		headers: {
			'content-type': 'application/json',
			'content-length': String(body.length),
			'x-hub-signature-256': `sha256=${signature}`,
		},
	};
}

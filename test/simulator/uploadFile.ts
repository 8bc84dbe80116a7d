import { NUMBER_ID, type Stage } from './openStage';

/** Uploads a small file of a MIME type, and gives its media ID. */
export async function uploadFile({ simulator }: Stage, type: string): Promise<string> {
	const form = new FormData();
	form.set('messaging_product', 'whatsapp');
	form.set('file', new File(['bytes'], 'file', { type }));
	const response = await fetch(`${simulator.url}/v25.0/${NUMBER_ID}/media`, {
		method: 'POST',
		headers: { Authorization: 'Bearer simulator-access-token' },
		body: form,
	});
	return ((await response.json()) as { id: string }).id;
}

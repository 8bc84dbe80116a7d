import { waitUntil } from '../../n8n/waitUntil.ts';
import { reminderItems } from '../template/reminderItems.ts';
import type { Round } from './Round.ts';

/** Hands all people of a round to its workflow, as soon as its webhook is there. */
export async function startWorkflow({ opened, people, signal }: Pick<Round, 'opened' | 'people' | 'signal'>, path: string): Promise<void> {
	const body = JSON.stringify({ items: reminderItems(people, people) });
	const headers = { 'content-type': 'application/json', connection: 'close' };
	const look = async () => (await fetch(`${opened.url}/webhook/${path}`, { method: 'POST', headers, body, signal })).ok;
	await waitUntil(look, { what: 'the webhook to be there', signal });
}

import { waitUntil } from '../../n8n/waitUntil.ts';
import type { Round } from './Round.ts';

const STATUSES_TIMEOUT_MS = 60_000;

/** Waits until everything that WhatsApp reports about the messages has reached the trigger. */
export async function heardStatuses({ opened: { simulator }, signal }: Pick<Round, 'opened' | 'signal'>): Promise<void> {
	await simulator.idle();
	const look = async () => simulator.deliveries().every(({ state }) => state !== 'waiting');
	await waitUntil(look, { what: 'the statuses to be heard', timeoutMs: STATUSES_TIMEOUT_MS, signal });
}

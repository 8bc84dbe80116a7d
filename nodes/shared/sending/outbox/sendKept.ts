import { randomUUID } from 'node:crypto';

import type { SessionKey } from '../../domain/Session';
import type { KeptMessage, OutboxLease } from '../../store/Outbox';
import type { OutboxSender } from './OutboxSender';
import { sendKeptMessage, type KeptOutcome } from './sendKeptMessage';

/** Longer than a message takes that has its turn. Where one takes longer, whoever takes over waits for the claim of that message. */
export const OUTBOX_LEASE_MS = 60_000;

/** Whether something is left. */
export interface SentKept {
	/** When it may go out, or another process is not at it any more; epoch milliseconds, UTC; undefined where nothing is left that time alone lets go. */
	againAtMs?: number;
}

/**
 * Sends what was kept for a person, in order and each message once, as long as nothing speaks against it; it is judged anew, one by one.
 *
 * One process at a time holds a person's messages. When it dies, its hold ends after a minute, and what it was at is found by the names of
 * the sends: a message that WhatsApp has is not sent again, and one of which nobody knows is waited for, with all that follow it.
 *
 * @throws {SessionStoreError} when the store fails; what is left is found by the next look
 */
export async function sendKept(sender: OutboxSender, person: SessionKey): Promise<SentKept> {
	const leaseId = randomUUID();
	for (;;) {
		const { messages, busyUntilMs } = await sender.store.claimOutbox(sender.businessAccountId, person, leaseOf(sender, leaseId));
		if (messages.length === 0) return { againAtMs: busyUntilMs };
		const stopped = await sendInOrder(sender, leaseId, messages);
		if (!stopped) continue;
		await sender.store.releaseOutbox(leaseId, stopped.dueAtMs);
		return { againAtMs: stopped.isForTime ? stopped.dueAtMs : undefined };
	}
}

/** Undefined when all are done, or another process has taken over. */
async function sendInOrder(sender: OutboxSender, leaseId: string, messages: KeptMessage[]): Promise<Extract<KeptOutcome, { kind: 'wait' }> | undefined> {
	for (const message of messages) {
		const held = await sender.store.holdOutbox(leaseOf(sender, leaseId));
		if (!held.includes(message.outboxId)) continue;
		const outcome = await sendKeptMessage(sender, message);
		if (outcome.kind === 'wait') return outcome;
		await sender.store.settleOutbox(leaseId, [{ outboxId: message.outboxId, atMs: sender.now(), ...outcome.ended }]);
	}
	return undefined;
}

function leaseOf({ now }: OutboxSender, leaseId: string): OutboxLease {
	const atMs = now();
	return { leaseId, atMs, leaseUntilMs: atMs + OUTBOX_LEASE_MS };
}

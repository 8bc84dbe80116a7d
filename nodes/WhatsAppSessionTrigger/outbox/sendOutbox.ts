import type { IWebhookFunctions } from 'n8n-workflow';

import type { SessionKey } from '../../shared/domain/Session';
import { openAccount } from '../../shared/n8n/account/openAccount';
import type { SessionCredentials } from '../../shared/n8n/account/SessionCredentials';
import type { OutboxSender } from '../../shared/sending/outbox/OutboxSender';
import { sendKept } from '../../shared/sending/outbox/sendKept';
import { openStore } from '../../shared/store/openStore';
import { toSessionEvidence } from '../../shared/webhook/evidence/toSessionEvidence';
import type { WebhookEvent } from '../../shared/webhook/parsing/WebhookEvent';

const WINDOW_MS = 24 * 60 * 60 * 1000;
/** Often enough that what a dead process has left goes out soon, seldom enough that no webhook is the slower for it. */
const SWEEP_PAUSE_MS = 60_000;
const MOST_PEOPLE = 100;
/** A timer that is longer runs at once. */
const LONGEST_TIMER_MS = 24 * 60 * 60 * 1000;

/** When this process last looked for what others have left; by account. */
const sweptAtMs = new Map<string, number>();

/** A webhook that is on record. */
interface Recorded {
	credentials: SessionCredentials;
	events: WebhookEvent[];
}

/**
 * Sends what was kept for people who have just written; once a minute also what waits for people whose window is open: a process that died
 * may have left it, or it was kept at the moment when the person wrote.
 *
 * The webhook is answered without waiting for it, so it never throws: what cannot be sent now stays in the outbox.
 */
export async function sendOutbox(context: IWebhookFunctions, recorded: Recorded): Promise<void> {
	await sendAll(context, recorded).catch((error: unknown) =>
		context.logger.error('WhatsApp Session Trigger could not look for kept messages; it looks again with a later webhook', { error }),
	);
}

async function sendAll(context: IWebhookFunctions, { credentials, events }: Recorded): Promise<void> {
	const { businessAccountId } = credentials;
	const store = openStore(credentials.store);
	const nowMs = Date.now();
	const ours = events.filter((event) => (event.businessAccountId ?? businessAccountId) === businessAccountId);
	// What another responder is to answer is no moment to send.
	const written = toSessionEvidence(ours.filter((event) => !(event.event === 'message' && event.isStandby))).filter(({ kind }) => kind === 'inbound');
	const isSweep = isSweepDue(`${businessAccountId} ${JSON.stringify(credentials.store)}`, nowMs);
	if ((written.length === 0 && !isSweep) || !(await store.hasKept(businessAccountId, nowMs))) return;
	const left = isSweep ? await store.findKeptPeople(businessAccountId, nowMs, nowMs - WINDOW_MS, MOST_PEOPLE) : [];
	const account = await openAccount(context);
	const sender: OutboxSender = {
		cloudApi: account.cloudApi,
		store,
		businessAccountId,
		logger: context.logger,
		now: () => Date.now(),
		paceOf: account.paceOf,
	};
	await Promise.all([...written, ...left].map(async ({ phoneNumberId, user }) => await sendFor(sender, { phoneNumberId, user })));
}

function isSweepDue(name: string, nowMs: number): boolean {
	const isDue = Math.abs(nowMs - (sweptAtMs.get(name) ?? 0)) >= SWEEP_PAUSE_MS;
	if (isDue) sweptAtMs.set(name, nowMs);
	return isDue;
}

/** One person's trouble is no other one's. What time alone lets go is tried when it is time, as long as this process lives. */
async function sendFor(sender: OutboxSender, person: SessionKey): Promise<void> {
	const { againAtMs } = await sendKept(sender, person).catch((error: unknown) => {
		sender.logger.error('WhatsApp Session Trigger could not send kept messages; it tries again with a later webhook', { error });
		return { againAtMs: undefined };
	});
	if (againAtMs === undefined) return;
	const pauseMs = Math.min(Math.max(againAtMs - Date.now(), 0) + 1_000, LONGEST_TIMER_MS);
	setTimeout(() => void sendFor(sender, person), pauseMs).unref();
}

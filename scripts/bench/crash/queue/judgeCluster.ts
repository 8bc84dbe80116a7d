import type { Client as PgClient } from 'pg';
import { sampleCustomer } from '../../check/sampleCustomer.ts';
import { judge, type CrashVerdict } from '../judge.ts';
import type { Delivery } from '../DeliveryBook.ts';
import type { ClusterRun } from './pressAndKillAny.ts';
import type { StoredStart } from './readExecutions.ts';

/** What became of everything. */
export interface ClusterVerdict extends CrashVerdict {
	people: number;
	/** People whose window on record is not that of their newest message, to the millisecond. */
	wrongWindows: number;
	/** Messages that were answered twice or more. */
	answeredTwice: number;
	/** Messages that nobody answered, whose send is not on record as undecided either. */
	unanswered: number;
	/** Sends of which nobody knows whether they were made, as the store lists them. */
	undecided: number;
	/** Executions that n8n has given up and emptied, see {@link StoredStart.isGivenUp}; what they were started with only the store knows. */
	emptied: number;
	/** Executions by their status in n8n. */
	statuses: Record<string, number>;
}

const SECOND_MS = 1_000;
/** Examples that are told at the most. */
const SHOWN = 5;

/** The newest instant that each person has written at, by canonical digits. */
function newestOf(deliveries: Delivery[], canonicalWaId: (digits: string) => string): Map<string, number> {
	const newest = new Map<string, number>();
	for (const { customer, writtenAtMs } of deliveries) {
		const waId = canonicalWaId(sampleCustomer(customer).waId);
		newest.set(waId, Math.max(newest.get(waId) ?? 0, Math.floor(writtenAtMs / SECOND_MS) * SECOND_MS));
	}
	return newest;
}

async function countWrongWindows(client: PgClient, newest: Map<string, number>): Promise<number> {
	const { rows } = await client.query<{ wa_id: string; at: string }>('SELECT wa_id, last_inbound_at_ms AS at FROM whatsapp_session.sessions');
	const onRecord = new Map(rows.map(({ wa_id, at }) => [wa_id, Number(at)]));
	const wrong = [...newest].filter(([waId, atMs]) => onRecord.get(waId) !== atMs);
	for (const [waId, atMs] of wrong.slice(0, SHOWN)) console.log(`  Wrong window: ${waId}, newest ${atMs}, on record ${onRecord.get(waId)}`);
	return wrong.length;
}

/** Tells of messages that nobody has started, so that it can be looked into. */
function tellOfLost(deliveries: Delivery[], starts: StoredStart[]): void {
	const started = new Set(starts.flatMap(({ messageIds }) => messageIds));
	const lost = deliveries.filter(({ messageIds }) => messageIds.some((id) => !started.has(id)));
	for (const { messageIds, posts, statuses, writtenAtMs } of lost.slice(0, SHOWN)) {
		console.log(`  Lost: ${messageIds.join(', ')}, written ${new Date(writtenAtMs).toISOString()}, posts ${posts.join(', ')}, answered ${statuses.join(', ')}`);
	}
}

/** Tells of executions without any message: what n8n holds of them says what has become of it. */
function tellOfStrange(starts: StoredStart[]): void {
	const strange = starts.filter(({ messageIds }) => messageIds.length === 0);
	for (const { id, status, excerpt } of strange.slice(0, SHOWN)) console.log(`  Without a message: execution ${id}, ${status}: ${excerpt}`);
}

/** Compares what was written with what is on record, what was started and what was answered. */
export async function judgeCluster(run: ClusterRun, client: PgClient, starts: StoredStart[], canonicalWaId: (digits: string) => string): Promise<ClusterVerdict> {
	const { deliveries } = run.book;
	tellOfLost(deliveries, starts);
	tellOfStrange(starts);
	const newest = newestOf(deliveries, canonicalWaId);
	const answers = Map.groupBy(run.opened.simulator.sent().filter(({ status }) => status !== 'refused'), ({ text }) => text);
	const { rows: open } = await client.query<{ key: string }>("SELECT send_once_key AS key FROM whatsapp_session.sends WHERE state <> 'sent'");
	const isUndecided = (id: string) => open.some(({ key }) => key.includes(id));
	const messageIds = deliveries.flatMap((delivery) => delivery.messageIds);
	const statuses = Object.fromEntries([...Map.groupBy(starts, ({ status }) => status)].map(([status, all]) => [status, all.length]));
	return {
		...judge(deliveries, starts),
		people: newest.size,
		wrongWindows: await countWrongWindows(client, newest),
		answeredTwice: messageIds.filter((id) => (answers.get(id)?.length ?? 0) > 1).length,
		unanswered: messageIds.filter((id) => !answers.has(id) && !isUndecided(id)).length,
		undecided: open.length,
		emptied: starts.filter(({ isGivenUp, messageIds }) => isGivenUp && messageIds.length === 0).length,
		statuses,
	};
}

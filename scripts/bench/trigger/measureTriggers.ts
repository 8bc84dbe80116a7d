import { waitUntil } from '../../n8n/waitUntil.ts';
import { countExecutions } from '../load/countExecutions.ts';
import type { TriggerN8n } from '../load/openTriggerN8n.ts';
import { runLoad } from '../load/runLoad.ts';
import { median } from '../median.ts';
import { quantile } from '../quantile.ts';
import type { WebhookSource } from './createWebhooks.ts';
import { expectExecutions } from './expectExecutions.ts';
import type { PublishedTrigger } from './publishTriggers.ts';
import { triggerCases, type Engine, type TriggerCase, type TriggerKind } from './triggerCases.ts';

/** How long and how often to measure. */
export interface TriggerRounds {
	/** Rounds that count; one more warms up. */
	rounds: number;
	/** Time of each case in each round, in milliseconds. */
	durationMs: number;
}

/** What is measured, and with what. */
export interface TriggerMeasurement extends TriggerRounds {
	opened: TriggerN8n;
	triggers: Record<TriggerKind, PublishedTrigger>;
	webhooks: WebhookSource;
	engine: Engine;
	signal: AbortSignal;
}

/** What the measured rounds of one case have shown. */
export interface TriggerFigures {
	/** The median of the rounds. */
	requestsPerSecond: number;
	/** Of the slowest and the fastest round. */
	range: [number, number];
	/** Of all requests of all rounds. */
	p50Ms: number;
	p99Ms: number;
	requests: number;
}

interface Round {
	requestsPerSecond: number;
	latenciesMs: number[];
}

/**
 * Measures a case once. Where webhooks start executions, its time ends when n8n has ended and stored the last one, so
 * that answering first and working later wins nothing.
 *
 * @throws {Error} when an execution is missing, has failed, or is one too many
 */
async function measureOnce(each: TriggerCase, measurement: TriggerMeasurement): Promise<Round> {
	const { triggers, webhooks, durationMs, signal } = measurement;
	const { client } = measurement.opened;
	const { workflowId, url } = triggers[each.kind];
	const before = await countExecutions(client, workflowId);
	const next = () => webhooks.next(each);
	const begunAtMs = performance.now();
	const { latenciesMs, elapsedMs } = await runLoad({ url, connections: each.connections, durationMs, next, signal });
	const expected = before + (each.startsExecution ? latenciesMs.length : 0);
	const look = async () => (await countExecutions(client, workflowId, 'success')) >= expected;
	await waitUntil(look, { what: `${expected} executions of "${each.label}" to succeed`, everyMs: 10, signal });
	const wholeMs = each.startsExecution ? performance.now() - begunAtMs : elapsedMs;
	await expectExecutions(client, triggers[each.kind], expected, each.startsExecution ? each.updates : undefined);
	return { requestsPerSecond: (latenciesMs.length * 1000) / wholeMs, latenciesMs };
}

function toFigures(rounds: Round[]): TriggerFigures {
	const rates = rounds.map(({ requestsPerSecond }) => requestsPerSecond);
	const latenciesMs = rounds.flatMap((round) => round.latenciesMs);
	return {
		requestsPerSecond: median(rates),
		range: [Math.min(...rates), Math.max(...rates)],
		p50Ms: quantile(latenciesMs, 0.5),
		p99Ms: quantile(latenciesMs, 0.99),
		requests: latenciesMs.length,
	};
}

/**
 * Measures the cases side by side: every round runs each of them once, so that whatever else the machine does falls on
 * all of them alike. The first round warms up and does not count.
 *
 * @returns the figures by the name of the case
 */
export async function measureTriggers(measurement: TriggerMeasurement): Promise<Record<string, TriggerFigures>> {
	const all: readonly TriggerCase[] = triggerCases;
	const cases = all.filter(({ engines }) => !engines || engines.includes(measurement.engine));
	const measured = new Map(cases.map(({ name }) => [name, [] as Round[]]));
	for (let round = 0; round <= measurement.rounds; round++) {
		for (const each of cases) {
			const result = await measureOnce(each, measurement);
			if (round > 0) measured.get(each.name)?.push(result);
		}
	}
	return Object.fromEntries([...measured].map(([name, rounds]) => [name, toFigures(rounds)]));
}

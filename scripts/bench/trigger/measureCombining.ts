import { setTimeout as pause } from 'node:timers/promises';
import { itemsOf } from '../../n8n/itemsOf.ts';
import type { N8nExecution } from '../../n8n/N8nExecution.ts';
import { waitUntil } from '../../n8n/waitUntil.ts';
import { countExecutions } from '../load/countExecutions.ts';
import { expectEachOnce } from '../load/expectEachOnce.ts';
import { readExecutions } from '../load/readExecutions.ts';
import { readProcessorMs } from '../load/readProcessorMs.ts';
import { runLoad } from '../load/runLoad.ts';
import { median } from '../median.ts';
import { quantile } from '../quantile.ts';
import type { TriggerMeasurement } from './measureTriggers.ts';
import { COMBINE_WAIT_SECONDS } from './publishTriggers.ts';
import { combineCases, type TriggerCase } from './triggerCases.ts';

/** What one case has shown. Times of the processor are those of n8n's process, medians of the rounds; undefined where the system does not say them. */
export interface CombineFigures {
	/** Webhooks that were answered in a second, the median of the rounds. */
	answeredPerSecond: number;
	/** How long an answer took, of all webhooks of all rounds. */
	p50Ms: number;
	p99Ms: number;
	/** Processor time for each webhook until the last one was answered. */
	answeringMs: number | undefined;
	/** The same until the last execution had ended. */
	wholeMs: number | undefined;
	webhooks: number;
	executions: number;
}

interface Round {
	latenciesMs: number[];
	elapsedMs: number;
	answeringMs: number | undefined;
	wholeMs: number | undefined;
	executions: number;
}

/** The longest wait, and a look that comes once a second. Both ways wait as long, so that what n8n does by itself meanwhile weighs alike. */
const QUIET_MS = (COMBINE_WAIT_SECONDS + 2) * 1_000;
const LOOK_EVERY_MS = 500;
/** Due messages are handed over in batches, with a pause between two. */
const LOOKS_AT_REST = 16;
const GIVE_UP_MS = 120_000;

/** The IDs of the messages that an execution was started with. */
function messagesOf(execution: N8nExecution): string[] {
	const name = Object.keys(execution.data?.resultData.runData ?? {})[0] ?? '';
	const items = itemsOf(execution, name) as Array<{ message?: { id: string }; messages?: Array<{ id: string }> }>;
	return items.flatMap(({ message, messages }) => messages ?? (message ? [message] : [])).map(({ id }) => id);
}

/** Posts for as long as it is told, waits until nothing is left to start, and looks into every execution. */
async function measureOnce(each: TriggerCase, measurement: Omit<TriggerMeasurement, 'engine'>): Promise<Round> {
	const { triggers, webhooks, durationMs, signal } = measurement;
	const { client, n8n } = measurement.opened;
	const { workflowId, url } = triggers[each.kind];
	const before = await countExecutions(client, workflowId);
	const posted: string[] = [];
	const next = () => {
		const webhook = webhooks.next(each);
		posted.push(...webhook.ids);
		return webhook;
	};
	const usedMs = () => readProcessorMs(n8n.process.pid ?? 0) ?? NaN;
	const atFirstMs = usedMs();
	const { latenciesMs, elapsedMs } = await runLoad({ url, connections: each.connections, durationMs, next, signal });
	const answeredMs = usedMs();
	await pause(QUIET_MS, undefined, { signal });
	let last = before;
	let still = 0;
	const look = async () => {
		const [all, ended] = [await countExecutions(client, workflowId), await countExecutions(client, workflowId, 'success')];
		still = all === ended && all === last && all > before ? still + 1 : 0;
		last = all;
		return still >= LOOKS_AT_REST;
	};
	await waitUntil(look, { what: `the executions of "${each.label}" to end`, everyMs: LOOK_EVERY_MS, timeoutMs: GIVE_UP_MS, signal });
	const endedMs = usedMs();
	const executions = last - before;
	expectEachOnce(posted, (await readExecutions(client, workflowId, executions)).map(messagesOf));
	const perWebhook = (ms: number) => (Number.isNaN(ms) ? undefined : ms / latenciesMs.length);
	return { latenciesMs, elapsedMs, answeringMs: perWebhook(answeredMs - atFirstMs), wholeMs: perWebhook(endedMs - atFirstMs), executions };
}

function toFigures(rounds: Round[]): CombineFigures {
	const latenciesMs = rounds.flatMap((round) => round.latenciesMs);
	const middle = (values: Array<number | undefined>) => {
		const known = values.filter((value) => value !== undefined);
		return known.length > 0 ? median(known) : undefined;
	};
	return {
		answeredPerSecond: median(rounds.map((round) => (round.latenciesMs.length * 1_000) / round.elapsedMs)),
		p50Ms: quantile(latenciesMs, 0.5),
		p99Ms: quantile(latenciesMs, 0.99),
		answeringMs: middle(rounds.map(({ answeringMs }) => answeringMs)),
		wholeMs: middle(rounds.map(({ wholeMs }) => wholeMs)),
		webhooks: latenciesMs.length,
		executions: rounds.reduce((sum, { executions }) => sum + executions, 0),
	};
}

/**
 * Measures what *Combine Messages* costs, side by side with the same messages where it is off. A combined message starts its workflow
 * seconds later, so the time until the last execution has ended says nothing; what is compared is how fast webhooks are answered, and the
 * processor time until they are, and until all is done.
 *
 * @returns the figures by the name of the case
 * @throws {Error} when a message is in no execution, or in two
 */
export async function measureCombining(measurement: Omit<TriggerMeasurement, 'engine'>): Promise<Record<string, CombineFigures>> {
	const measured = new Map(combineCases.map((each): [TriggerCase, Round[]] => [each, []]));
	for (let round = 0; round <= measurement.rounds; round++) {
		for (const [each, rounds] of measured) {
			const result = await measureOnce(each, measurement);
			if (round > 0) rounds.push(result);
		}
	}
	return Object.fromEntries([...measured].map(([{ name }, rounds]) => [name, toFigures(rounds)]));
}

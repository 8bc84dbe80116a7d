import type { N8nClient } from '../../n8n/N8nClient.ts';
import type { BenchStage } from '../Bench.ts';
import { SMALL_STORE } from '../check/checkCases.ts';
import type { MeasuredWorkflow } from '../check/workflows.ts';
import type { TemplateN8n } from '../template/openTemplateN8n.ts';
import { reminderItems, type ReminderItem } from '../template/reminderItems.ts';
import { builtInWorkflow, templateWorkflow } from '../template/workflows.ts';
import { inTens } from './inTens.ts';
import type { Arrived, LimitedMeta } from './openLimitedMeta.ts';
import { sendCases, type SendCase, type Way } from './sendCases.ts';

export const PEOPLE = 1000;
/** People of whom the store knows; the messages go to some of them. */
export const CUSTOMERS = SMALL_STORE;
const WARM_UP = 20;
const RUN_TIMEOUT_MS = 200_000;

/** What one case has shown. */
export interface SendFigures extends Arrived {
	seconds: number;
}

type Workflows = Record<Way, MeasuredWorkflow>;

/** n8n's own node fails with the first message that Meta refuses; it is let go on, so that what it has sent can be counted. */
function goingOn(measured: MeasuredWorkflow): MeasuredWorkflow {
	const nodes = measured.workflow.nodes.map((node) => (measured.measured.includes(node.name) ? { ...node, onError: 'continueRegularOutput' } : node));
	return { ...measured, workflow: { ...measured.workflow, nodes } };
}

async function publish(opened: TemplateN8n, metaUrl: string): Promise<Workflows> {
	const own = templateWorkflow('send-template', await opened.saveSessionCredential(metaUrl));
	const builtIn = goingOn(builtInWorkflow('send-built-in', await opened.saveBuiltInCredential()));
	const ways = { template: own, builtInAll: builtIn, builtInTens: inTens(builtIn) };
	for (const each of Object.values(ways)) await opened.publish(each);
	return ways;
}

/** From the request with the items to the answer after the last node. */
async function run(client: N8nClient, { path }: MeasuredWorkflow, items: ReminderItem[], signal: AbortSignal): Promise<number> {
	const begun = performance.now();
	const answer = await fetch(`${client.url}/webhook/${path}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ items }),
		signal: AbortSignal.any([signal, AbortSignal.timeout(RUN_TIMEOUT_MS)]),
	});
	await answer.text();
	if (!answer.ok) throw new Error(`The workflow "${path}" failed with ${answer.status}.`);
	return (performance.now() - begun) / 1000;
}

/**
 * Measures the ways to send 1,000 messages side by side in one n8n, against a Meta that keeps its limits.
 *
 * @throws {Error} when Send Template has not reached everybody once: a fast wrong answer is no figure
 */
export async function measureSends({ signal, say }: BenchStage, opened: TemplateN8n, meta: LimitedMeta): Promise<Record<string, SendFigures>> {
	const workflows = await publish(opened, meta.url);
	const measureOne = async ({ way, answerMs }: SendCase, people: number): Promise<SendFigures> => {
		meta.begin({ answerDelayMs: answerMs });
		const seconds = await run(opened.client, workflows[way], reminderItems(people, CUSTOMERS), signal);
		return { seconds, ...meta.arrived() };
	};
	const figures: Record<string, SendFigures> = {};
	for (const each of sendCases.slice(0, 3)) await measureOne({ ...each, answerMs: 0 }, WARM_UP);
	for (const each of sendCases) {
		say(`Sending to ${PEOPLE} people: ${each.way}, Meta answers in ${each.answerMs} ms`);
		const measured = (figures[each.name] = await measureOne(each, PEOPLE));
		if (each.way !== 'template' || (measured.accepted === PEOPLE && measured.people === PEOPLE)) continue;
		throw new Error(`Send Template has sent ${measured.accepted} messages to ${measured.people} of ${PEOPLE} people.`);
	}
	return figures;
}

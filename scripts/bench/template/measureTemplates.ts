import type { BenchStage } from '../Bench.ts';
import { SMALL_STORE } from '../check/checkCases.ts';
import { measure } from '../check/measure.ts';
import { runRounds, type Timing } from '../check/runRounds.ts';
import type { MeasuredWorkflow } from '../check/workflows.ts';
import { expectSent } from './expectSent.ts';
import { openMeta, type Meta } from './openMeta.ts';
import type { TemplateN8n } from './openTemplateN8n.ts';
import { reminderItems } from './reminderItems.ts';
import { templateCases, type SenderKind, type TemplateCase } from './templateCases.ts';
import { builtInWorkflow, templateWorkflow } from './workflows.ts';

/** People with a session in the store; the items are about some of them. */
export const CUSTOMERS = SMALL_STORE;

/** How often the items of one execution may ask for the list of templates, and must. */
const LIST_REQUESTS: Record<SenderKind, number> = { template: 1, builtIn: 0 };

/** What all rounds have shown. */
export interface TemplateFigures {
	/** By the name of the case. */
	timings: Record<string, Timing>;
	/** Requests for the list of templates in one execution of this pack's node, the most there were. */
	listRequests: number;
}

type Workflows = Record<SenderKind, MeasuredWorkflow & { id: string }>;

async function publishWorkflows(opened: TemplateN8n, metaUrl: string): Promise<Workflows> {
	const own = templateWorkflow('template', await opened.saveSessionCredential(metaUrl));
	const builtIn = builtInWorkflow('built-in', await opened.saveBuiltInCredential());
	return { template: await opened.publish(own), builtIn: await opened.publish(builtIn) };
}

/**
 * Measures the cases in an n8n.
 *
 * Every execution of this pack's node finds a stand-in that this n8n has not met, so that no list of templates is
 * remembered; asking for it is part of the time.
 *
 * @param builtInMeta - the stand-in at which the messages of n8n's own node arrive
 * @throws {Error} when a message or a request is missing or one too many: a fast wrong answer is no figure
 */
export async function measureTemplates(
	{ signal, say }: BenchStage,
	opened: TemplateN8n,
	builtInMeta: Meta,
): Promise<TemplateFigures> {
	const workflows = await publishWorkflows(opened, builtInMeta.url);
	let listRequests = 0;
	const send = async ({ kind, items }: TemplateCase, meta: Meta): Promise<number> => {
		const reminders = reminderItems(items, CUSTOMERS);
		const { ms, counts } = await measure(opened.client, workflows[kind], reminders, signal);
		const [sender = ''] = workflows[kind].measured;
		const taken = meta.take();
		listRequests = Math.max(listRequests, taken.lists);
		expectSent(sender, taken, reminders, LIST_REQUESTS[kind]);
		if (counts[0] !== items) throw new Error(`${sender} gave ${counts[0]} of ${items} items as sent.`);
		return ms;
	};
	const run = async (each: TemplateCase): Promise<number> => {
		if (each.kind === 'builtIn') return await send(each, builtInMeta);
		const meta = await openMeta();
		await opened.saveSessionCredential(meta.url);
		return await send(each, meta).finally(() => meta.close());
	};
	say('Measuring, one warm-up round and five that count');
	const timings = await runRounds<TemplateCase>(templateCases, run, signal);
	return { timings, listRequests };
}

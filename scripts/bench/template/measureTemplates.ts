import type { N8nClient } from '../../n8n/N8nClient.ts';
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

/** Sends the items of a case through its workflow, and makes sure that what has arrived at Meta is right. */
async function sendReminders(
	{ kind, items }: TemplateCase,
	workflow: Workflows[SenderKind],
	{ client, meta, signal }: { client: N8nClient; meta: Meta; signal: AbortSignal },
): Promise<{ ms: number; lists: number }> {
	const reminders = reminderItems(items, CUSTOMERS);
	const { ms, counts } = await measure(client, workflow, reminders, signal);
	const [sender = ''] = workflow.measured;
	const taken = meta.take();
	expectSent(sender, taken, reminders, LIST_REQUESTS[kind]);
	if (counts[0] !== items) throw new Error(`${sender} gave ${counts[0]} of ${items} items as sent.`);
	return { ms, lists: taken.lists };
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
	const { client } = opened;
	const workflows = await publishWorkflows(opened, builtInMeta.url);
	let listRequests = 0;
	const run = async (each: TemplateCase): Promise<number> => {
		const isOwn = each.kind === 'template';
		const meta = isOwn ? await openMeta() : builtInMeta;
		try {
			if (isOwn) await opened.saveSessionCredential(meta.url);
			const { ms, lists } = await sendReminders(each, workflows[each.kind], { client, meta, signal });
			listRequests = Math.max(listRequests, lists);
			return ms;
		} finally {
			if (isOwn) await meta.close();
		}
	};
	say('Measuring, one warm-up round and five that count (a minute or two)');
	const timings = await runRounds<TemplateCase>(templateCases, run, signal);
	return { timings, listRequests };
}

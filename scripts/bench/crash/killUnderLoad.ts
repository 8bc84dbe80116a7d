import { callbackUrl } from '../../demo/callbackUrl.ts';
import { waitUntil } from '../../n8n/waitUntil.ts';
import type { BenchStage } from '../Bench.ts';
import { openTriggerN8n, type TriggerN8n } from '../load/openTriggerN8n.ts';
import { createRandom } from './createRandom.ts';
import { deliverAll } from './deliverAll.ts';
import { DeliveryBook } from './DeliveryBook.ts';
import { judge, type CrashVerdict } from './judge.ts';
import { pressAndKill, type CrashRun } from './pressAndKill.ts';
import { readStarts } from './readStarts.ts';
import { repeatAll } from './repeatAll.ts';

/** How often to kill, and when. */
export interface KillOptions {
	kills: number;
	/** Decides over everything that is left to chance. */
	seed: number;
}

/** What it came to. */
export interface CrashFigures extends CrashVerdict, KillOptions {
	posts: number;
	/** How many posts were answered with which HTTP status; `none` got no answer. */
	answers: Record<string, number>;
}

/** Right after its start n8n is ready before its webhooks are: it answers 404 for a moment. */
async function restart({ opened, url, signal }: CrashRun): Promise<void> {
	await opened.restart();
	const look = async () => (await fetch(url, { signal })).status !== 404;
	await waitUntil(look, { what: 'the webhooks to be there', signal });
}

async function publish(opened: TriggerN8n): Promise<{ workflowId: string; url: string }> {
	const workflow = await opened.publishAlone({
		name: 'WhatsApp Session Trigger',
		type: 'n8n-nodes-whatsapp-session.whatsAppSessionTrigger',
		typeVersion: 2,
		parameters: { registration: 'manual' },
		credentials: { whatsAppSessionApi: opened.credential },
	});
	return { workflowId: workflow.id, url: callbackUrl(opened.n8n.url, workflow) };
}

/**
 * Lets people write to a real n8n that is killed at random points and started again. What was not answered with 200 is
 * posted again until it is; in the end everything is posted once more.
 */
export async function killUnderLoad(
	{ folder, signal, atEnd, say }: Omit<BenchStage, 'options'>,
	{ kills, seed }: KillOptions,
): Promise<CrashFigures> {
	say(`Seed ${seed}. Starting n8n`);
	const opened = await openTriggerN8n({ folder, signal, atEnd });
	const { workflowId, url } = await publish(opened);
	const random = createRandom(seed);
	const run: CrashRun = { opened, url, random, book: new DeliveryBook(random), answers: {}, signal };
	for (let kill = 1; kill <= kills; kill++) {
		await pressAndKill(run);
		say(`Killed ${kill} of ${kills}; ${run.book.deliveries.length} webhooks, ${run.book.unanswered} to deliver again`);
		await restart(run);
	}
	say('Delivering what was not answered');
	await deliverAll(run);
	say('Delivering everything once more');
	await repeatAll(run);
	const { deliveries } = run.book;
	const verdict = judge(deliveries, await readStarts(opened.client, workflowId));
	const posts = deliveries.reduce((sum, delivery) => sum + delivery.posts.length, 0);
	return { seed, kills, posts, answers: run.answers, ...verdict };
}

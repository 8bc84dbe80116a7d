import { createPoster } from '../load/createPoster.ts';
import type { SignedWebhook } from '../load/signWebhook.ts';
import type { WebhookSource } from './createWebhooks.ts';
import type { PublishedTrigger } from './publishTriggers.ts';
import { triggerCases, type TriggerKind } from './triggerCases.ts';

/** What is measured, and with what. */
export interface ForgedMeasurement {
	triggers: Record<TriggerKind, PublishedTrigger>;
	webhooks: WebhookSource;
	/** Webhooks that are signed with another secret. */
	forgeries: WebhookSource;
}

/** How a flood of forged webhooks went by. */
export interface ForgedFigures {
	/** From the first forged webhook to the answer of the last one, milliseconds. */
	wholeMs: number;
	/** How long a genuine webhook waited that came right behind them, milliseconds. */
	genuineMs: number;
}

/** As many come at the same moment. */
export const FORGED = 500;

const [message] = triggerCases;

async function flood(url: string, forge: () => SignedWebhook, { triggers, webhooks }: ForgedMeasurement): Promise<ForgedFigures> {
	const poster = createPoster(url, FORGED);
	const genuine = createPoster(triggers.trigger.url, 1);
	const begunAtMs = performance.now();
	const statuses = Promise.all(Array.from({ length: FORGED }, () => poster.post(forge())));
	const status = await genuine.post(webhooks.next(message));
	const genuineMs = performance.now() - begunAtMs;
	const wrong = (await statuses).find((each) => each !== 401);
	const wholeMs = performance.now() - begunAtMs;
	poster.close();
	genuine.close();
	if (status !== 200) throw new Error(`A genuine webhook among forged ones was answered with ${status}; right would be 200.`);
	if (wrong !== undefined) throw new Error(`A forged webhook was answered with ${wrong}; right would be 401.`);
	return { wholeMs, genuineMs };
}

/**
 * Posts a flood of forged webhooks, and a genuine one behind them: to this trigger, and for comparison to one that refuses everything
 * without looking at it.
 */
export async function measureForged(measurement: ForgedMeasurement): Promise<Record<'forged' | 'bareRefusal', ForgedFigures>> {
	const { triggers, forgeries } = measurement;
	const forge = () => forgeries.next(message);
	const shortRefusal = () => {
		const webhook = forge();
		return { ...webhook, headers: { ...webhook.headers, 'x-bench-refuse': '1' } };
	};
	// The first flood warms up.
	await flood(triggers.bare.url, shortRefusal, measurement);
	const bareRefusal = await flood(triggers.bare.url, shortRefusal, measurement);
	return { forged: await flood(triggers.trigger.url, forge, measurement), bareRefusal };
}

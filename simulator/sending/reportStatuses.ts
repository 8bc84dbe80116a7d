import type { Engine } from '../Engine.ts';
import { GraphError } from '../graph/GraphError.ts';
import { statusUpdate } from '../webhooks/statusUpdate.ts';
import type { MessageRecord } from '../world/MessageRecord.ts';
import { monthOf } from '../world/monthOf.ts';
import { lateFailure } from './lateFailure.ts';
import { reportGroupStatuses } from './reportGroupStatuses.ts';
import { reportInTurn, STEPS } from './reportInTurn.ts';
import type { SendDraft } from './SendDraft.ts';
import { toPrice } from './toPrice.ts';

/**
 * Starts the status updates of an accepted message: `failed`, or sent, delivered and read as far as the settings say.
 *
 * @param orderedCode - a failure that was ordered for this message; undefined leaves it to the rules
 */
export function reportStatuses(engine: Engine, draft: SendDraft, message: MessageRecord, orderedCode?: number): void {
	if (draft.group) {
		reportGroupStatuses(engine, { ...draft, group: draft.group }, message, orderedCode);
		return;
	}
	const { usage, settings } = engine.world;
	const { statuses, statusDelayMs } = settings;
	const failureCode = orderedCode ?? lateFailure(engine.world, draft);
	const price = failureCode === undefined ? toPrice(engine, draft, message) : undefined;
	if (price) message.pricing = price.pricing;
	const steps =
		draft.type === 'reaction'
			? STEPS.slice(0, 1)
			: STEPS.slice(0, STEPS.findIndex((step) => step === statuses) + 1);
	const report = (status: MessageRecord['status'], error?: GraphError): void => {
		message.status = status;
		if (error)
			message.error = { code: error.code, title: error.title, ...(error.details && { details: error.details }) };
		const atMs = engine.clock.nowMs();
		if (price) usage.note(message.phoneNumberId, { status, month: monthOf(atMs, settings.timeZone), pricing: price.pricing });
		engine.deliveries.enqueue(statusUpdate({ draft, message, status, atMs, ...(price && { price }), ...(error && { error }) }));
	};
	if (failureCode !== undefined) {
		engine.statusTimers.after(statusDelayMs, () => report('failed', new GraphError(failureCode)));
		return;
	}
	reportInTurn(engine, steps, report);
}

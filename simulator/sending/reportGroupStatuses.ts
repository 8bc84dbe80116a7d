import type { Engine } from '../Engine.ts';
import { GraphError } from '../graph/GraphError.ts';
import { groupStatusUpdate, type MemberStatus } from '../webhooks/groupStatusUpdate.ts';
import type { MessageRecord } from '../world/MessageRecord.ts';
import { monthOf } from '../world/monthOf.ts';
import { lateFailure } from './lateFailure.ts';
import { reportInTurn, STEPS } from './reportInTurn.ts';
import type { SendDraft } from './SendDraft.ts';
import { toPriceInGroup } from './toPrice.ts';

/**
 * Starts the status updates of an accepted message to a group: one `failed`; or one `sent`, then `delivered` and `read` of each member, those of
 * one step together.
 *
 * A member who has no WhatsApp, or has stopped marketing messages, fails alone. How Meta reports that, its pages do not say.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/groups/webhooks (read 2026-05)
 */
export function reportGroupStatuses(engine: Engine, draft: SendDraft & Required<Pick<SendDraft, 'group'>>, message: MessageRecord, orderedCode?: number): void {
	const { usage, settings } = engine.world;
	const failureCode = orderedCode ?? lateFailure(engine.world, draft);
	const enqueue = (status: MessageRecord['status'], members: MemberStatus[], error?: GraphError) =>
		engine.deliveries.enqueue(groupStatusUpdate({ draft, message, status, atMs: engine.clock.nowMs(), members, ...(error && { error }) }));
	if (failureCode !== undefined) {
		engine.statusTimers.after(settings.statusDelayMs, () => {
			const error = new GraphError(failureCode);
			message.status = 'failed';
			message.error = { code: error.code, title: error.title, ...(error.details && { details: error.details }) };
			enqueue('failed', [], error);
		});
		return;
	}
	const members = membersOf(engine, draft, message);
	const steps = STEPS.slice(0, STEPS.findIndex((step) => step === settings.statuses) + 1);
	reportInTurn(engine, steps, (step) => {
		message.status = step;
		const month = monthOf(engine.clock.nowMs(), settings.timeZone);
		const reached = members.filter(({ error }) => error === undefined);
		for (const { price } of reached) usage.note(message.phoneNumberId, { status: step, month, pricing: price.pricing });
		if (step !== 'delivered') {
			enqueue(step, step === 'sent' ? [] : reached);
			return;
		}
		for (const member of members) if (member.error) enqueue('failed', [member], member.error);
		enqueue(step, reached);
	});
}

function membersOf(engine: Engine, draft: SendDraft & Required<Pick<SendDraft, 'group'>>, message: MessageRecord): MemberStatus[] {
	return draft.group.members.flatMap((waId) => {
		const person = engine.world.findPerson(waId);
		if (!person) return [];
		const isStopped = draft.template?.category === 'MARKETING' && person.hasStoppedMarketing;
		const code = person.isOnWhatsApp ? (isStopped ? 131050 : undefined) : 131026;
		return [{ person, price: toPriceInGroup(engine, draft, message), ...(code !== undefined && { error: new GraphError(code) }) }];
	});
}

import type { Request, Response } from 'express';
import type { Engine } from '../Engine.ts';
import { resolveRecipient } from '../sending/resolveRecipient.ts';
import type { SendDraft } from '../sending/SendDraft.ts';
import { toJsonObject } from '../toJsonObject.ts';
import { threadRoles } from '../world/ThreadOwners.ts';
import { GraphError } from './GraphError.ts';
import { noSuchObject } from './messageRoute.ts';

const METADATA_CHARACTERS = 2_000;

/**
 * `POST /{phone-number-id}/thread_control`: passes, releases or takes a conversation. Who is passed it without a role is the escalation partner.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/conversation-routing/thread-control/ (as quoted on 2026-11-27)
 */
export function threadRoute(engine: Engine) {
	return ({ params, body: posted }: Request<{ id: string }>, response: Response): void => {
		const { world, clock, ids } = engine;
		const number = world.findNumber(params.id);
		if (!number) throw noSuchObject('post', params.id);
		const body = toJsonObject(posted) ?? {};
		if (body.messaging_product !== 'whatsapp') throw new GraphError(100, { message: '(#100) The parameter messaging_product is required.' });
		const nowMs = clock.nowMs();
		const draft: SendDraft = { body, number, endpoint: 'messages', nowMs, type: 'text', content: {}, input: '', addressedBy: { phoneNumber: false, bsuid: false } };
		resolveRecipient(world, draft);
		const waId = draft.person?.waId ?? '';
		if (String(body.metadata ?? '').length > METADATA_CHARACTERS) throw invalid(`metadata must be a text of at most ${METADATA_CHARACTERS} characters`);
		const owner = world.threads.ownerOf(number.id, waId, nowMs);
		const { action } = body;
		if (action === 'take') {
			if (world.threads.appRole !== 'escalation') throw new GraphError(2494191);
			world.threads.give(number.id, waId, 'app', nowMs);
		} else if (action === 'pass' || action === 'release') {
			if (owner === 'responder') throw new GraphError(131070);
			if (action === 'pass' && body.control_pass !== undefined) requireRole(toJsonObject(body.control_pass)?.target_role);
			world.threads.give(number.id, waId, action === 'pass' ? 'responder' : 'nobody', nowMs);
		} else throw invalid('action must be one of {pass, release, take}');
		response.json({ messaging_product: 'whatsapp', request_id: ids.fbtraceId() });
	};
}

function requireRole(role: unknown): void {
	if (!threadRoles.includes(String(role))) throw invalid(`control_pass[target_role] must be one of {${threadRoles.join(', ')}}`);
}

function invalid(limit: string): GraphError {
	return new GraphError(100, { message: `(#100) Param ${limit}` });
}

import type { Request, Response } from 'express';
import type { Engine } from '../Engine.ts';
import type { JsonObject } from '../JsonObject.ts';
import type { OrderedFailure } from '../sending/FailureQueue.ts';
import type { SendDraft } from '../sending/SendDraft.ts';
import { refuseMessage, sendMessage } from '../sending/sendMessage.ts';
import { toJsonObject } from '../toJsonObject.ts';
import type { BusinessNumber } from '../world/BusinessNumber.ts';
import { failAsOrdered } from './failAsOrdered.ts';
import { GraphError } from './GraphError.ts';

/**
 * `POST /{phone-number-id}/messages`: sends a message, or marks one as read. `…/marketing_messages` takes marketing templates
 * only.
 */
export function messageRoute(engine: Engine, endpoint: SendDraft['endpoint'] = 'messages') {
	return (request: Request<{ id: string }>, response: Response): void => {
		const { id } = request.params;
		const number = engine.world.findNumber(id);
		if (!number) throw noSuchObject('post', id);
		const body = toJsonObject(request.body);
		if (!body) throw new GraphError(100, { message: '(#100) The parameter messaging_product is required.' });
		if (body.status === 'read' && endpoint === 'messages') {
			response.json(markAsRead(engine, body));
			return;
		}
		const failure = engine.failures.take();
		if (failure && failure.mode !== 'later') {
			failOrdered(engine, { number, body, endpoint }, failure, response);
			return;
		}
		const lateFailureCode = failure && (failure.code ?? 131000);
		const options = { endpoint, ...(lateFailureCode !== undefined && { lateFailureCode }) };
		response.json(sendMessage(engine, number, body, options));
	};
}

/** Meta's answer about an ID that does not exist or that the token may not see. */
export function noSuchObject(method: 'get' | 'post' | 'delete', id: string): GraphError {
	const message =
		`Unsupported ${method} request. Object with ID '${id}' does not exist, cannot be loaded due to missing ` +
		'permissions, or does not support this operation. Please read the Graph API documentation at ' +
		'https://developers.facebook.com/docs/graph-api';
	return new GraphError(100, { message, subcode: 33 });
}

function failOrdered(
	engine: Engine,
	{ number, body, endpoint }: { number: BusinessNumber; body: JsonObject; endpoint: SendDraft['endpoint'] },
	failure: OrderedFailure,
	response: Response,
): void {
	const outcomes = {
		html502: 'HTTP 502, a page',
		graph500: 'HTTP 500',
		hang: 'no answer',
		drop: 'connection broke off',
	};
	const { mode } = failure;
	const reason = mode === 'error' || mode === 'later' ? new GraphError(failure.code ?? 131000) : outcomes[mode];
	if (failure.isAcceptedAnyway) sendMessage(engine, number, body, { endpoint });
	else refuseMessage(engine, { number, body, endpoint }, reason);
	failAsOrdered(failure, response);
}

function markAsRead({ world }: Engine, body: JsonObject): JsonObject {
	const message = world.findMessage(String(body.message_id ?? ''));
	if (!body.message_id) throw new GraphError(131008, { details: "Parameter 'message_id' is missing" });
	if (message?.direction !== 'inbound') {
		throw new GraphError(131009, { details: 'Parameter message_id is not a message that was received' });
	}
	message.isReadByBusiness = true;
	return { success: true };
}

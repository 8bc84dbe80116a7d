import { NodeApiError, NodeOperationError, type INode, type JsonObject, type NodeError } from 'n8n-workflow';

import { AuthorizationError, CloudApiError, RateLimitError, TemplateError } from '../../cloudApi/errors/CloudApiError';
import { CloudApiNoAnswerError } from '../../cloudApi/errors/CloudApiNoAnswerError';
import { WhatsAppSessionError } from '../../domain/WhatsAppSessionError';

type Failure = NodeApiError['failure'];

/**
 * Turns any failure into the error that n8n shows: what happened as the message, what to do as the description.
 *
 * @param itemIndex - the item it happened to, from 0; undefined for what is no matter of one item, for which n8n shows none
 */
export function toNodeError(node: INode, error: unknown, itemIndex?: number): NodeError {
	const nodeError = isNodeError(error) ? error : buildNodeError(node, error);
	if (itemIndex !== undefined) nodeError.context.itemIndex ??= itemIndex;
	return nodeError;
}

function buildNodeError(node: INode, error: unknown): NodeError {
	if (!(error instanceof WhatsAppSessionError)) {
		return new NodeOperationError(node, error instanceof Error ? error : new Error(String(error)));
	}
	const options = { message: error.message, description: toDescription(error), failure: toFailure(error) };
	const nodeError =
		error instanceof CloudApiError
			? new NodeApiError(node, toErrorData(error), { ...options, httpCode: String(error.httpStatus) })
			: new NodeOperationError(node, error, options);
	// n8n replaces messages in which it recognises an error code or an HTTP status; ours say more.
	nodeError.message = error.message;
	nodeError.description = options.description;
	return nodeError;
}

function toDescription(error: WhatsAppSessionError): string {
	if (!(error instanceof CloudApiError)) return error.advice;
	const details = error.details && !error.message.includes(error.details) ? `Meta says: ${error.details}` : '';
	const trace = error.fbtraceId ? `Meta's trace ID for support: ${error.fbtraceId}` : '';
	return [error.advice, details, trace].filter((part) => part !== '').join(' ');
}

function toErrorData(error: CloudApiError): JsonObject {
	return { message: error.message, code: error.code, details: error.details, fbtrace_id: error.fbtraceId ?? '' };
}

function toFailure(error: WhatsAppSessionError): Failure {
	if (error instanceof RateLimitError) return { cause: 'rate-limited' };
	if (error instanceof AuthorizationError) return { cause: 'credential-invalid' };
	if (error instanceof TemplateError) return { cause: 'configuration-invalid' };
	if (error instanceof CloudApiNoAnswerError) return { cause: 'temporarily-unavailable' };
	return undefined;
}

// By name and not by class: n8n may have loaded another copy of n8n-workflow than this pack.
function isNodeError(error: unknown): error is NodeError {
	return error instanceof Error && (error.name === 'NodeApiError' || error.name === 'NodeOperationError');
}

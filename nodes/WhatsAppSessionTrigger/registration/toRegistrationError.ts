import type { INode, NodeError } from 'n8n-workflow';

import { CloudApiError } from '../../shared/cloudApi/errors/CloudApiError';
import { WhatsAppSessionError } from '../../shared/domain/WhatsAppSessionError';
import { toNodeError } from '../../shared/n8n/items/toNodeError';

const VERIFICATION_FAILED = 2200;
const ADDRESS_SETTING =
	'n8n takes its address from N8N_WEBHOOK_URL (WEBHOOK_URL in older versions of n8n).';

/**
 * Turns what stopped a registration into the error that n8n shows as the state of a publication.
 *
 * n8n shows the message there and nothing else, so that what to do about it is part of the message.
 *
 * @param address - what Meta was asked to call; undefined while it is not known
 */
export function toRegistrationError(node: INode, error: unknown, address?: string): NodeError {
	const nodeError = toNodeError(node, explain(error, address));
	const { message, description } = nodeError;
	if (!description || message.includes(description)) return nodeError;
	nodeError.message = `${/[.!?]$/.test(message) ? message : `${message}.`} ${description}`;
	nodeError.description = undefined;
	return nodeError;
}

function explain(error: unknown, address: string | undefined): unknown {
	if (!(error instanceof CloudApiError)) return error;
	const says = error.details === '' ? '' : ` Meta says: ${error.details}`;
	if (error.code === VERIFICATION_FAILED && address !== undefined) {
		return new WhatsAppSessionError(`Meta called ${address} to verify it and did not get the right answer.`, {
			advice: `${error.advice} ${ADDRESS_SETTING}${says}`,
		});
	}
	if (/development mode|not (?:in )?live|\blive mode\b/i.test(error.details)) {
		return new WhatsAppSessionError('The Meta app is in development mode, and Meta does not allow this to it.', {
			advice: `Switch 'App Mode' to Live at the top of the app in the Meta console.${says}`,
		});
	}
	return error;
}

import { InvalidInputError } from '../../domain/InvalidInputError';
import { readJson } from '../../domain/readJson';
import { isRecord } from '../../domain/isRecord';
import type { FreeFormMessage, MessageForm } from './FreeFormMessage';
import { interactiveMessage } from './interactiveMessage';
import { LONGEST } from './messageLimits';
import { readOptionalWords, readWords } from './readWords';

// The one that Meta's page names; older ones are refused.
const FLOW_MESSAGE_VERSION = '3';

/**
 * Makes a message that opens a Flow.
 *
 * @param form - `flowId` (or its name), `flowLabel`, `flowReference` (its token), `flowAction` (`navigate` or `data_exchange`), `flowScreen`, `flowData`,
 * `flowIsDraft`; and what `interactiveMessage` takes
 * @throws {InvalidInputError} when the Flow or its label is missing, or the data is no object
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/guides/sendingaflow (dated 2026-06-16)
 */
export function toFlowMessage(form: MessageForm): FreeFormMessage {
	const action = form.flowAction === 'data_exchange' ? 'data_exchange' : 'navigate';
	const token = readOptionalWords('Flow Token', form.flowReference, LONGEST.caption)?.trim();
	const screen = readOptionalWords('First Screen', form.flowScreen, LONGEST.caption)?.trim();
	const data = readData(form.flowData);
	const payload = { ...(screen !== undefined && { screen }), ...(data && { data }) };
	const parameters = {
		flow_message_version: FLOW_MESSAGE_VERSION,
		...readFlow(form.flowId),
		flow_cta: readWords('Button Label', form.flowLabel, LONGEST.flowLabel).trim(),
		...(token !== undefined && { flow_token: token }),
		flow_action: action,
		...(action === 'navigate' && Object.keys(payload).length > 0 && { flow_action_payload: payload }),
		...(form.flowIsDraft === true && { mode: 'draft' }),
	};
	return interactiveMessage({ type: 'flow', action: { name: 'flow', parameters }, headers: 'any', others: ['the Flow'] }, form);
}

/** An ID is made of digits alone; everything else is the name of a Flow. */
function readFlow(value: unknown): { flow_id: string } | { flow_name: string } {
	const flow = readWords('Flow', value, LONGEST.caption).trim();
	return /^\d+$/.test(flow) ? { flow_id: flow } : { flow_name: flow };
}

function readData(value: unknown): Record<string, unknown> | undefined {
	if (value === undefined || value === null || (typeof value === 'string' && value.trim() === '')) return undefined;
	const data = typeof value === 'string' ? readJson(value)?.value : value;
	if (isRecord(data)) return Object.keys(data).length > 0 ? data : undefined;
	throw new InvalidInputError('Flow Data', "'Flow Data' is not an object.", 'Give an object, for example {"name": "Ada"}.');
}

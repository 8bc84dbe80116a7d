import { readJson } from '../../../domain/readJson';
import { isRecord } from '../../../domain/isRecord';

/** A Flow that a button brings along. */
export interface FlowJson {
	/** As Meta wants it: JSON text. */
	text: string;
	/** Its first screen. */
	firstScreen: string;
	/** Whether an end point of the business says what it shows, the first screen included. */
	hasEndpoint: boolean;
}

/**
 * Reads a Flow that was given as an object or as JSON text.
 *
 * @returns undefined when it is neither, or has no screen with an ID
 * @see https://developers.facebook.com/docs/whatsapp/flows/reference/flowjson (read 2025-12)
 */
export function readFlowJson(given: unknown): FlowJson | undefined {
	const flow = typeof given === 'string' ? readJson(given)?.value : given;
	if (!isRecord(flow) || !Array.isArray(flow.screens)) return undefined;
	const first: unknown = flow.screens[0];
	if (!isRecord(first) || typeof first.id !== 'string' || first.id === '') return undefined;
	return { text: JSON.stringify(flow), firstScreen: first.id, hasEndpoint: flow.data_api_version !== undefined };
}

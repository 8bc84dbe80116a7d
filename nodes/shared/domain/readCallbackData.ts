import { SENT_AS } from './SentAs';
import { CALLBACK_MARK, type CallbackData } from './toCallbackData';

const TEXTS = ['claimId', 'workflowId', 'executionId', 'nodeName', 'templateName', 'templateLanguage', 'sendOnceKey'] as const;

/**
 * Reads what {@link toCallbackData} wrote.
 *
 * Never throws: other apps that send from the same number put other things there.
 *
 * @param text - the `biz_opaque_callback_data` of a status
 * @returns undefined for everything that this pack did not write
 */
export function readCallbackData(text: string | undefined): CallbackData | undefined {
	const parsed = parseJson(text);
	if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return undefined;
	const written = parsed as Record<string, unknown>;
	if (written[CALLBACK_MARK.name] !== CALLBACK_MARK.version) return undefined;
	const data: CallbackData = {};
	for (const name of TEXTS) {
		const value = written[name];
		if (typeof value === 'string') data[name] = value;
	}
	const sentAs = SENT_AS.find((known) => known === written.sentAs);
	if (sentAs) data.sentAs = sentAs;
	return data;
}

function parseJson(text: unknown): unknown {
	try {
		return typeof text === 'string' ? (JSON.parse(text) as unknown) : undefined;
	} catch {
		return undefined;
	}
}

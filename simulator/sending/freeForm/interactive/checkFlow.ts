import type { JsonObject } from '../../../JsonObject.ts';
import { toJsonObject } from '../../../toJsonObject.ts';
import { checkTextValue } from '../checkTextValue.ts';
import { freeFormRefusal } from '../freeFormRefusal.ts';
import { readParameters } from './readParameters.ts';

const AT = 'interactive.action.parameters';
/** What Meta advises (flows/guides/sendingaflow, dated 2026-06-16), in code points; and no emoji. */
const LABEL_CHARACTERS = 30;
const VERSION = '3';
const CHOICES: Readonly<Record<string, readonly string[]>> = {
	flow_action: ['navigate', 'data_exchange'],
	mode: ['draft', 'published'],
};

/**
 * Checks the button that opens a Flow. The simulator has no Flows: any ID or name is good.
 *
 * @throws {GraphError} 131008 for what is missing, 131009 for a value that cannot be
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/flows/guides/sendingaflow (dated 2026-06-16)
 */
export function checkFlow(action: JsonObject): void {
	const parameters = readParameters(action, 'flow');
	const { flow_id: id, flow_name: name, flow_cta: label, flow_message_version: version } = parameters;
	if (version === undefined) throw freeFormRefusal.missing(`${AT}.flow_message_version`);
	if (String(version) !== VERSION) throw freeFormRefusal.wrong(`${AT}.flow_message_version`, `must be ${VERSION}`);
	if (!id && !name) throw freeFormRefusal.missing(`${AT}.flow_id or ${AT}.flow_name`);
	if (id && name) throw freeFormRefusal.wrong(AT, 'must have only one of flow_id and flow_name');
	checkTextValue(label, { at: `${AT}.flow_cta`, most: LABEL_CHARACTERS, isRequired: true });
	if (/\p{Emoji_Presentation}/u.test(String(label))) throw freeFormRefusal.wrong(`${AT}.flow_cta`, 'must not have an emoji');
	for (const [parameter, choices] of Object.entries(CHOICES)) {
		const value = parameters[parameter];
		if (value === undefined || choices.includes(String(value))) continue;
		throw freeFormRefusal.wrong(`${AT}.${parameter}`, `must be one of ${choices.join(', ')}`);
	}
	checkFirstScreen(parameters);
}

function checkFirstScreen({ flow_action: action, flow_action_payload: payload }: JsonObject): void {
	if (payload === undefined) return;
	if (action === 'data_exchange') {
		throw freeFormRefusal.wrong(`${AT}.flow_action_payload`, 'is for the flow_action navigate only');
	}
	const { data } = toJsonObject(payload) ?? {};
	if (data === undefined || Object.keys(readData(data) ?? {}).length > 0) return;
	throw freeFormRefusal.wrong(`${AT}.flow_action_payload.data`, 'must be a JSON object that is not empty');
}

/** Meta's pages show data as an object, and as the JSON text of one. */
function readData(data: unknown): JsonObject | undefined {
	if (typeof data !== 'string') return toJsonObject(data);
	try {
		return toJsonObject(JSON.parse(data));
	} catch {
		return undefined;
	}
}

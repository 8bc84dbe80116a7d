import type { ITriggerFunctions } from 'n8n-workflow';

import type { ClosingAlarm } from '../shared/domain/closingAlarm';
import { readClosingAlarm } from '../shared/domain/readClosingAlarm';

/** What the builder has chosen. */
export interface ClosingSettings {
	/** Names this trigger among all of all n8n instances that share a store. */
	alarmId: string;
	alarm: ClosingAlarm;
	onlyUnanswered: boolean;
	/** True for one item with a list, false for one item for each. */
	asList: boolean;
	/** Business numbers; empty for all of the account. */
	phoneNumberIds: string[];
}

/**
 * Reads the parameters of the trigger.
 *
 * @throws {InvalidInputError} naming the parameter that the builder has to change
 */
export function readSettings(context: ITriggerFunctions): ClosingSettings {
	const read = (name: string, fallback: unknown) => context.getNodeParameter(name, fallback) as unknown;
	const zone = String(read('timeZone', '') ?? '').trim() || context.getTimezone();
	const night = { from: read('nightFrom', '21:00'), until: read('nightUntil', '08:00'), zone };
	const numbers = read('options.phoneNumberIds', []);
	return {
		alarmId: `${context.getInstanceId()}/${context.getWorkflow().id}/${context.getNode().id}`,
		alarm: readClosingAlarm({
			lead: read('lead', 120),
			unit: read('unit', 'minutes'),
			night: read('beforeNight', false) === true ? night : undefined,
		}),
		onlyUnanswered: read('conversations', 'unanswered') !== 'all',
		asList: read('putOut', 'each') === 'list',
		phoneNumberIds: (Array.isArray(numbers) ? numbers : [numbers]).map(String).filter((id) => id !== ''),
	};
}

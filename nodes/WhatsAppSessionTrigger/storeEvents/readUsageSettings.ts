import type { INodeParameters } from 'n8n-workflow';

import { readTimeZone } from '../../shared/domain/readTimeZone';
import { readUsageThresholds } from '../../shared/domain/usage/readUsageThresholds';
import { DEFAULT_FREE_THRESHOLDS } from './usageProperties';
import type { UsageSettings } from './UsageSettings';

/**
 * Reads what the builder wants to be told of usage.
 *
 * @param parameters - of the trigger, as they are stored
 * @param zoneOfWorkflow - IANA name
 * @throws {InvalidInputError} for thresholds that cannot be used, and for a time zone that there is not
 */
export function readUsageSettings(parameters: INodeParameters, zoneOfWorkflow: string): UsageSettings {
	const { usageFreeUsed = DEFAULT_FREE_THRESHOLDS, usageCharged, options } = parameters;
	const { usageTimeZone = '' } = (options ?? {}) as INodeParameters;
	return {
		thresholds: readUsageThresholds({ freeUsed: usageFreeUsed, charged: usageCharged }),
		timeZone: usageTimeZone === '' ? zoneOfWorkflow : readTimeZone('Time Zone', usageTimeZone, "the workflow's time zone"),
	};
}

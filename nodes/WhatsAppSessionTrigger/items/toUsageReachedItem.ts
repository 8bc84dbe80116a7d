import type { IDataObject } from 'n8n-workflow';

import type { ReachedThreshold } from '../../shared/domain/usage/reachedThresholds';
import type { NumberUsage } from '../../shared/domain/usage/summarizeUsage';
import { toUsageJson, type UsageFrame } from '../../shared/n8n/items/toUsageJson';

/** Gives the item of a threshold that a business number has reached, with the usage of that month as it is by now. */
export function toUsageReachedItem({ counted, threshold }: ReachedThreshold, usage: NumberUsage, frame: UsageFrame, businessAccountId: string): IDataObject {
	return {
		event: 'usageReached',
		businessAccountId,
		reached: { month: frame.month, counted, threshold, count: usage[counted] },
		...toUsageJson(usage, frame),
	};
}

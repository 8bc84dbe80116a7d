import type { Duration } from 'luxon';

import type { Night } from './Night';

/** Between which times of day nobody is written to. */
export interface QuietHours extends Omit<Night, 'zone'> {
	/** IANA zone; undefined for that of the person. */
	timeZone?: string;
}

/** How a business wants to be polite to one person. What is undefined is not asked for. */
export interface Manners {
	quietHours?: QuietHours;
	/** At most so many marketing templates within so many days of 24 hours, from all workflows and numbers of the account. */
	marketingCap?: { count: number; days: number };
	/** How long after one template no other one goes out. */
	templatePause?: Duration;
	/** After how many templates that the person has not answered none goes out any more. */
	unansweredCap?: number;
}

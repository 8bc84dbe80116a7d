import type { UsageThresholds } from '../../shared/domain/usage/UsageThresholds';

/** What the builder wants to be told of usage. */
export interface UsageSettings {
	thresholds: UsageThresholds;
	/** IANA name of the zone in which months begin and end. */
	timeZone: string;
}

import type { DateTime } from 'luxon';

import { findHumaneInstant } from '../findHumaneInstant';
import { groupOf } from '../groupAsUser';
import type { QuietHours } from '../Manners';
import { zonesOfPerson } from '../zones/zonesOfPerson';
import type { SendQuestion } from './Policy';

/** When a person is not to be written to. */
export interface QuietHoursOfPerson {
	quiet: QuietHours;
	/** The zones that count; empty where none is known. */
	zones: string[];
	/** Whether it is a group, which has no country that would say where it is night. */
	isGroup: boolean;
}

/** Gives the quiet hours that a message has to keep; undefined where it has none, or the person is not known yet. */
export function quietHoursOf({ message, onRecord }: SendQuestion): QuietHoursOfPerson | undefined {
	const quiet = message?.manners?.quietHours;
	if (!quiet || !onRecord?.person) return undefined;
	const isGroup = groupOf(onRecord.person) !== undefined;
	const ownZones = () => (isGroup ? [] : zonesOfPerson(onRecord.person ?? {}));
	return { quiet, zones: quiet.timeZone === undefined ? ownZones() : [quiet.timeZone], isGroup };
}

/** Moves the instant at which another manner lets a message go out of the quiet hours, so that it does not only wait for the night. */
export function toHumane(question: SendQuestion, at: DateTime<true>): DateTime<true> {
	const hours = quietHoursOf(question);
	return (hours && hours.zones.length > 0 && findHumaneInstant(at, hours.quiet, hours.zones)) || at;
}

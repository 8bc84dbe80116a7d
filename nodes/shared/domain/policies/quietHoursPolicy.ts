import { DateTime, Duration } from 'luxon';

import { DEFAULT_SAFETY_MARGIN } from '../customerServiceWindow';
import { findHumaneInstant } from '../findHumaneInstant';
import { isLeftToTheWindow } from './isLeftToTheWindow';
import type { OnRecord, Policy, SendQuestion } from './Policy';
import { quietHoursOf, type QuietHoursOfPerson } from './quietHoursOf';
import { GO, type Objection } from './Verdict';

/** How long before the last moment of a window a message goes out that would rather wait: time for a waiting workflow to be woken. */
export const LAST_MOMENT_LEAD = Duration.fromObject({ minutes: 5 });

/**
 * Lets a message wait for the first minute that is quiet in none of the zones that the person may be in. A free-form message whose window
 * closes before that waits only until shortly before, and then goes out: rather at night than not at all.
 *
 * A group waits for nothing: without a zone of the builder's nobody can say when it is night there.
 *
 * Where the window is closed, the night does not keep a free-form message back as well: whatever it becomes then is judged by itself.
 */
export const quietHoursPolicy: Policy = {
	reasons: ['quietHours'],
	judge(question) {
		const { onRecord } = question;
		const hours = quietHoursOf(question);
		if (!hours || !onRecord || isLeftToTheWindow(question, onRecord)) return GO;
		const { evaluatedAt } = onRecord.window;
		if (hours.isGroup && hours.zones.length === 0) return { kind: 'notSent', ...noZone(hours) };
		const humaneAt = hours.zones.length > 0 ? findHumaneInstant(evaluatedAt, hours.quiet, hours.zones) : undefined;
		const lastAt = findLastMoment(question, onRecord);
		const sendAt = lastAt && (!humaneAt || lastAt < humaneAt) ? lastAt : humaneAt;
		if (!sendAt) return { kind: 'notSent', ...noMinute(hours) };
		return sendAt <= evaluatedAt ? GO : { kind: 'later', sendAt, ...toObjection(hours, sendAt, sendAt === lastAt) };
	},
};

function findLastMoment({ message }: SendQuestion, { window, safetyMargin = DEFAULT_SAFETY_MARGIN }: OnRecord): DateTime<true> | undefined {
	if (message?.sentAs !== 'freeForm' || !window.isOpen) return undefined;
	return window.closesAt?.minus(safetyMargin).minus(LAST_MOMENT_LEAD) as DateTime<true> | undefined;
}

function toObjection(hours: QuietHoursOfPerson, sendAt: DateTime<true>, isLastMoment: boolean): Objection {
	return {
		reason: 'quietHours',
		message: isLastMoment
			? `The quiet hours of this person (${describe(hours)}) end after the customer service window, so the message waits for the last moment of the window.`
			: `It is within the quiet hours of this person (${describe(hours)}), so nothing was sent.`,
		advice: `Send it at notSent.sendAt (${sendAt.toISO()}): an If node that asks whether it is there, a Wait node until then, and back into this node.`,
		evidence: toEvidence(hours),
	};
}

function noZone(hours: QuietHoursOfPerson): Objection {
	return {
		reason: 'quietHours',
		message: 'This is a group, which has no country, so that nobody can say when its quiet hours are. Nothing was sent.',
		advice: "Give the time zone of the group in 'Time Zone' of 'Manners', for example Europe/Berlin.",
		evidence: toEvidence(hours),
	};
}

function noMinute(hours: QuietHoursOfPerson): Objection {
	const isKnown = hours.zones.length > 0;
	return {
		reason: 'quietHours',
		message: isKnown
			? `The quiet hours (${describe(hours)}) leave no minute of the day: it is always quiet in one of the time zones that the person may be in.`
			: 'No time zone is known for this person, so that nobody can say when the quiet hours are over.',
		advice: "Give the time zone of the person in 'Time Zone' of 'Manners', for example Europe/Berlin, or shorter quiet hours.",
		evidence: toEvidence(hours),
	};
}

function toEvidence(hours: QuietHoursOfPerson): Record<string, unknown> {
	return { quietHours: { from: toTimeOfDay(hours.quiet.fromMinute), until: toTimeOfDay(hours.quiet.untilMinute), timeZones: hours.zones } };
}

function describe({ quiet, zones }: QuietHoursOfPerson): string {
	const where = zones.length > 1 ? `in any of ${zones.length} time zones` : zones[0];
	return `${toTimeOfDay(quiet.fromMinute)} to ${toTimeOfDay(quiet.untilMinute)}${where === undefined ? '' : ` ${zones.length > 1 ? '' : 'in '}${where}`}`;
}

function toTimeOfDay(minute: number): string {
	return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

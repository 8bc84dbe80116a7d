import { DateTime } from 'luxon';

import { InvalidInputError } from '../InvalidInputError';

/** A calendar month in one time zone. */
export interface Month {
	/** For example `2026-11`. */
	name: string;
	/** Its first instant; epoch milliseconds, UTC. */
	fromMs: number;
	/** The first instant after it. */
	untilMs: number;
}

const PARAMETER = 'Month';
const WORDS: Record<string, number> = { '': 0, 'this month': 0, 'last month': -1 };

/**
 * Reads which month is meant.
 *
 * @param value - `2026-11`, `this month` or `last month`; nothing is this month
 * @param zone - IANA name of a zone that exists; the month begins and ends at its midnight
 * @throws {InvalidInputError} when it is no month, or lies ahead
 */
export function readMonth(value: unknown, now: DateTime<true>, zone: string): Month {
	const text = value === undefined || value === null ? '' : String(value).trim().toLowerCase();
	const current = now.setZone(zone).startOf('month');
	const back = Object.hasOwn(WORDS, text) ? WORDS[text] : undefined;
	if (back !== undefined) return toMonth(current.plus({ months: back }));
	const [, year, month] = /^(\d{4})-(\d{1,2})$/.exec(text) ?? [];
	const given = year === undefined ? undefined : DateTime.fromObject({ year: Number(year), month: Number(month) }, { zone });
	if (!given?.isValid) {
		throw new InvalidInputError(
			PARAMETER,
			`'${PARAMETER}' is no month: ${String(JSON.stringify(value)).slice(0, 40)}`,
			'Give year and month, for example 2026-11, or this month, or last month.',
		);
	}
	if (given.startOf('month') <= current) return toMonth(given.startOf('month'));
	throw new InvalidInputError(
		PARAMETER,
		`'${PARAMETER}' lies ahead, so that nothing can have been sent in it: ${text}`,
		"Give a month that has begun, or leave it empty for this one. Where it has begun somewhere else only, look at 'Time Zone'.",
	);
}

function toMonth(first: DateTime): Month {
	return { name: first.toFormat('yyyy-MM'), fromMs: first.toMillis(), untilMs: first.plus({ months: 1 }).startOf('month').toMillis() };
}

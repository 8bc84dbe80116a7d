import { Duration } from 'luxon';

import { InvalidInputError } from '../../domain/InvalidInputError';
import type { Manners, QuietHours } from '../../domain/Manners';
import { readTimeOfDay } from '../../domain/readTimeOfDay';
import { readTimeZone } from '../../domain/readTimeZone';
import { MANNERS_FIELDS, type MannersField, type WrittenManners } from './mannersProperty';

const HOURS_OF_YEAR = 365 * 24;
const DEFAULT_DAYS = 7;

/**
 * Reads manners as they were filled in.
 *
 * @throws {InvalidInputError} when a field cannot be read, or the quiet hours leave no minute
 */
export function toManners(written: WrittenManners): Manners {
	return {
		quietHours: toQuietHours(written),
		marketingCap: toMarketingCap(written),
		templatePause: isFilled(written.templatePauseHours) ? toPause(written.templatePauseHours) : undefined,
		unansweredCap: isFilled(written.unansweredCap) ? readCount('unansweredCap', written.unansweredCap, 100) : undefined,
	};
}

/** Whether a field was filled in; an expression may give nothing for an item. */
export function isFilled(value: unknown): boolean {
	return value !== undefined && value !== null && String(value).trim() !== '';
}

function toQuietHours({ quietFrom, quietUntil, timeZone }: WrittenManners): QuietHours | undefined {
	// A zone that does not exist is told at once, and not when quiet hours are added one day.
	const zone = isFilled(timeZone) ? readTimeZone(titleOf('timeZone'), timeZone) : undefined;
	if (!isFilled(quietFrom) && !isFilled(quietUntil)) return undefined;
	const [fromMinute, untilMinute] = (['quietFrom', 'quietUntil'] as const).map((name) => {
		const value = { quietFrom, quietUntil }[name];
		return readTimeOfDay(titleOf(name), isFilled(value) ? value : MANNERS_FIELDS[name].default);
	}) as [number, number];
	if (fromMinute !== untilMinute) return { fromMinute, untilMinute, timeZone: zone };
	throw new InvalidInputError(
		titleOf('quietUntil'),
		`'${titleOf('quietFrom')}' and '${titleOf('quietUntil')}' are the same time of day, so that the quiet hours leave no minute.`,
		'Give two times, for example 21:00 and 08:00; or leave both empty to write at any time.',
	);
}

function toMarketingCap({ marketingCap, marketingCapDays }: WrittenManners): Manners['marketingCap'] {
	const days = isFilled(marketingCapDays) ? readCount('marketingCapDays', marketingCapDays, 365) : DEFAULT_DAYS;
	return isFilled(marketingCap) ? { count: readCount('marketingCap', marketingCap, 100), days } : undefined;
}

function toPause(value: unknown): Duration {
	const hours = toNumber(value);
	if (hours > 0 && hours <= HOURS_OF_YEAR) return Duration.fromObject({ hours });
	throw new InvalidInputError(
		titleOf('templatePauseHours'),
		`'${titleOf('templatePauseHours')}' is not a number above 0 and up to ${HOURS_OF_YEAR}: ${show(value)}`,
		'Give hours, for example 24, or 0.5 for half an hour; leave it empty for no pause.',
	);
}

function readCount(name: MannersField, value: unknown, most: number): number {
	const count = toNumber(value);
	if (Number.isInteger(count) && count >= 1 && count <= most) return count;
	throw new InvalidInputError(
		titleOf(name),
		`'${titleOf(name)}' is not a whole number from 1 to ${most}: ${show(value)}`,
		count === 0 ? 'With 0 nothing would ever be sent. Leave it empty for no limit; to send nothing, take the node out.' : 'Leave it empty for no limit.',
	);
}

/** NaN where it is no number. */
function toNumber(value: unknown): number {
	if (typeof value === 'number') return value;
	return typeof value === 'string' && value.trim() !== '' ? Number(value) : NaN;
}

function titleOf(name: MannersField): string {
	return MANNERS_FIELDS[name].displayName;
}

function show(value: unknown): string {
	return String(JSON.stringify(value)).slice(0, 40);
}

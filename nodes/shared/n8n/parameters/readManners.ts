import { Duration } from 'luxon';

import { InvalidInputError } from '../../domain/InvalidInputError';
import type { Manners, QuietHours } from '../../domain/Manners';
import type { AskedMessage } from '../../domain/policies/Policy';
import { readTimeOfDay } from '../../domain/readTimeOfDay';
import { readTimeZone } from '../../domain/readTimeZone';
import type { ParameterReader } from './createParameterReader';
import { isLeftEmpty } from './isLeftEmpty';
import { MANNERS_FIELDS, type MannersField, type WrittenManners } from './mannersProperty';
import { readSwitch } from './readSwitch';

const HOURS_OF_YEAR = 365 * 24;
const DEFAULT_DAYS = 7;

/** What is sent, as far as it decides which manners count. */
type MannerlyMessage = { sentAs: 'freeForm' } | Pick<Extract<AskedMessage, { sentAs: 'template' }>, 'sentAs' | 'category'>;

/**
 * Reads the manners that one message has to keep: those of the node, and of the account where the node has none, field by field.
 *
 * Those of the account are for marketing and utility templates. An answer at night is what the person waits for, and a code is asked for
 * that moment: there only what the node itself asks for counts, of a free-form message the quiet hours.
 *
 * @param ofAccount - as the credential holds them
 * @returns undefined where there are none
 * @throws {InvalidInputError} when a field cannot be read, or the quiet hours leave no minute
 */
export function readManners(read: ParameterReader, ofAccount: WrittenManners, itemIndex: number, message: MannerlyMessage): Manners | undefined {
	const own = readOwn(read, itemIndex);
	const isTemplate = message.sentAs === 'template';
	if (!isTemplate && own.quietFrom === undefined && own.quietUntil === undefined) return undefined;
	const isForAccount = !isTemplate || message.category !== 'authentication';
	const isAlone = !isForAccount || readSwitch(read, 'manners.leaveOutAccount', 'Leave Out Those of the Credential', itemIndex);
	const manners = isAlone ? toManners(own) : mergeManners(own, withoutEmpty(ofAccount));
	const asked: Manners = isTemplate ? manners : { quietHours: manners.quietHours };
	return Object.values(asked).some((value) => value !== undefined) ? asked : undefined;
}

/** Says of a field that the node has not where it stands. */
function mergeManners(own: WrittenManners, ofAccount: WrittenManners): Manners {
	try {
		return toManners({ ...ofAccount, ...own });
	} catch (error) {
		const isOfAccount = (name: string) => name in ofAccount && !(name in own) && error instanceof InvalidInputError && titleOf(name as MannersField) === error.parameter;
		if (!(error instanceof InvalidInputError) || !Object.keys(MANNERS_FIELDS).some(isOfAccount)) throw error;
		throw new InvalidInputError(error.parameter, `In the credential, under 'Manners for All Templates': ${error.message}`, error.advice);
	}
}

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

function readOwn(read: ParameterReader, itemIndex: number): WrittenManners {
	const stored = read.stored('manners');
	if (isLeftEmpty(stored) || typeof stored !== 'object') return {};
	const names = Object.keys(stored as object).filter((name): name is MannersField => name in MANNERS_FIELDS);
	return withoutEmpty(Object.fromEntries(names.map((name) => [name, read(`manners.${name}`, itemIndex, '')])));
}

function withoutEmpty(written: WrittenManners): WrittenManners {
	return Object.fromEntries(Object.entries(written).filter(([, value]) => isFilled(value)));
}

function isFilled(value: unknown): boolean {
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

import type { DateTime } from 'luxon';

/** How a date is written for a person. */
export interface DateStyle {
	/** IANA zone whose clock the person reads; the workflow's. */
	zone: string;
	/** Language code as Meta writes it, for example `pt_BR`; undefined where the language of the reader is not known. */
	language?: string;
}

const IS_LANGUAGE = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;

/**
 * Writes a date as people of a language do, for example `November 26, 2026 at 3:18 AM` or `26. November 2026 um 03:18`.
 *
 * Midnight of the zone is a day, and has no time. Where the language is not known it is `2026-11-26 03:18`, which no language reads
 * in two ways, as they do 11/12. Seconds are left out.
 *
 * @param at - a valid instant
 */
export function toReadableDate(at: DateTime, { zone, language }: DateStyle): string {
	const local = at.setZone(zone);
	const isDay = local.valueOf() === local.startOf('day').valueOf();
	if (language === undefined) return local.setLocale('en').toFormat(isDay ? 'yyyy-MM-dd' : 'yyyy-MM-dd HH:mm');
	const tag = language.replaceAll('_', '-');
	const written = local
		.setLocale(IS_LANGUAGE.test(tag) ? tag : 'en')
		.toLocaleString({ dateStyle: 'long', ...(!isDay && { timeStyle: 'short' }) });
	// Before AM and PM there is a space that some phones and most comparisons do not know.
	return written.replaceAll('\u202f', ' ');
}

/**
 * Country codes whose numbers are in places with the same clocks all, from zone.tab of the time zone database (IANA, read 2026-11-26).
 * Countries with several time zones are left out, and so are most of the others.
 */
const ZONES: Record<string, string> = {
	20: 'Africa/Cairo',
	27: 'Africa/Johannesburg',
	31: 'Europe/Amsterdam',
	32: 'Europe/Brussels',
	33: 'Europe/Paris',
	41: 'Europe/Zurich',
	43: 'Europe/Vienna',
	44: 'Europe/London',
	45: 'Europe/Copenhagen',
	46: 'Europe/Stockholm',
	47: 'Europe/Oslo',
	48: 'Europe/Warsaw',
	49: 'Europe/Berlin',
	51: 'America/Lima',
	57: 'America/Bogota',
	65: 'Asia/Singapore',
	66: 'Asia/Bangkok',
	81: 'Asia/Tokyo',
	82: 'Asia/Seoul',
	90: 'Europe/Istanbul',
	91: 'Asia/Kolkata',
	92: 'Asia/Karachi',
	212: 'Africa/Casablanca',
	233: 'Africa/Accra',
	234: 'Africa/Lagos',
	254: 'Africa/Nairobi',
	880: 'Asia/Dhaka',
	966: 'Asia/Riyadh',
	971: 'Asia/Dubai',
	972: 'Asia/Jerusalem',
	977: 'Asia/Kathmandu',
};

/**
 * Gives the IANA zone in which the owner of a number lives, as far as the country code says it.
 *
 * @param waId - digits with country code
 * @returns undefined where the country has several, or is not in the table
 */
export function zoneOfNumber(waId: string): string | undefined {
	// No country code is the beginning of another one.
	const code = [1, 2, 3].map((length) => waId.slice(0, length)).find((digits) => digits in ZONES);
	return code === undefined ? undefined : ZONES[code];
}

/**
 * Writes nodes/shared/domain/zones/countryZones.ts and areaZones.ts anew:
 *
 *     node scripts/listTimeZones.mjs zone.tab map_data.txt "release 2025b" "as of 2026-07-30"
 *
 * - `zone.tab` is part of the IANA time zone database (https://data.iana.org/time-zones/, public domain): the zones of each country.
 * - `map_data.txt` is `resources/timezones/map_data.txt` of https://github.com/google/libphonenumber (Apache License 2.0): the zones of
 *   each prefix of phone numbers.
 * - The words say which edition of each it is.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { getCountries, getCountryCallingCode } from 'libphonenumber-js/max';

const [zoneTab, mapData, zoneEdition, mapEdition] = process.argv.slice(2);
const rowsOf = (file, separator) =>
	readFileSync(file, 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split(separator));

const prefixes = new Map(rowsOf(mapData, '|').map(([prefix, zones]) => [prefix, zones.trim().split('&')]));
const countries = new Map();
for (const [country, , zone] of rowsOf(zoneTab, '\t')) countries.set(country, [...(countries.get(country) ?? []), zone]);
// Territories with numbers of their own that are no country of the time zone database.
for (const country of getCountries()) {
	const zones = prefixes.get(getCountryCallingCode(country));
	if (!countries.has(country) && zones) countries.set(country, zones);
}

/** Exchanges within an area say nothing of a mobile number: it may be from any of them. */
function areaOf(prefix) {
	return prefix.slice(0, LONGEST_AREA[codeOf(prefix)]);
}

/** The zones of a beginning, or of the longest one that is shorter. */
function zonesAt(prefix) {
	for (let length = prefix.length; length > codeOf(prefix).length; length--) if (prefixes.has(prefix.slice(0, length))) return prefixes.get(prefix.slice(0, length));
	return [];
}

// Where mobile numbers have the code of an area, as libphonenumber's `isNumberGeographical` has it for Mexico, Argentina and Brazil; in North
// America the plan does not tell mobile numbers from others. Elsewhere a mobile number says nothing of its area, and its beginning may be
// in the list all the same.
const CODES = ['1', '52', '54', '55'];
const LONGEST_AREA = { 1: 4, 52: 5, 54: 5, 55: 4 };
const codeOf = (prefix) => CODES.find((code) => prefix.startsWith(code));

const areas = new Map();
for (const [prefix, zones] of prefixes) {
	if (CODES.includes(prefix) || !codeOf(prefix)) continue;
	const area = areaOf(prefix);
	areas.set(area, [...new Set([...(areas.get(area) ?? zonesAt(area)), ...zones])].sort());
}
const above = (prefix) => {
	for (let length = prefix.length - 1; length > 0; length--) if (areas.has(prefix.slice(0, length))) return areas.get(prefix.slice(0, length));
	return undefined;
};
// What says no more than the area above it is left out; the longest first, so that nothing is left out that others rest on.
for (const prefix of [...areas.keys()].sort((a, b) => b.length - a.length)) {
	if (String(above(prefix)) === String(areas.get(prefix))) areas.delete(prefix);
}

const byZones = new Map();
for (const [prefix, zones] of areas) byZones.set(zones.join(' '), [...(byZones.get(zones.join(' ')) ?? []), prefix]);

const wrap = (text, indent) => text.match(/.{1,130}(?:\s|$)/g).map((line) => `${indent}${line.trim()}`).join('\n');
const sorted = (map) => [...map].sort(([one], [other]) => (one < other ? -1 : 1));

writeFileSync(
	'nodes/shared/domain/zones/countryZones.ts',
	`/**
 * The IANA time zones of each country, by its ISO 3166 code.
 *
 * Written by \`scripts/listTimeZones.mjs\` from \`zone.tab\` of the IANA time zone database (public domain), ${zoneEdition}. Territories with
 * phone numbers of their own that the database does not list have the zones that Google's libphonenumber gives them.
 *
 * @see https://data.iana.org/time-zones/
 */
export const COUNTRY_ZONES: Readonly<Record<string, string>> = {
${sorted(countries).map(([country, zones]) => (zones.join(' ').length < 120 ? `\t${country}: '${zones.join(' ')}',` : `\t${country}: \`\n${wrap(zones.join(' '), '\t\t')}\`,`)).join('\n')}
};
`,
);
writeFileSync(
	'nodes/shared/domain/zones/areaZones.ts',
	`/**
 * The IANA time zones of areas, in the plans in which mobile numbers have the code of an area: those of North America, Mexico, Argentina
 * and Brazil. Zones, and the beginnings of the phone numbers with country code that they belong to. The longest beginning counts.
 *
 * Written by \`scripts/listTimeZones.mjs\` from Google's libphonenumber, \`resources/timezones/map_data.txt\` (Apache License 2.0),
 * ${mapEdition}. Areas are taken as a whole: the exchanges within them say nothing of a mobile number.
 *
 * @see https://github.com/google/libphonenumber
 */
export const AREA_ZONES: Readonly<Record<string, string>> = {
${sorted(byZones).map(([zones, list]) => (list.join(' ').length < 90 ? `\t'${zones}': '${list.join(' ')}',` : `\t'${zones}': \`\n${wrap(list.sort().join(' '), '\t\t')}\`,`)).join('\n')}
};
`,
);

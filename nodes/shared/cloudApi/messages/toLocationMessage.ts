import { InvalidInputError } from '../../domain/InvalidInputError';
import type { FreeFormMessage, MessageForm } from './FreeFormMessage';
import { LONGEST } from './messageLimits';
import { readOptionalWords } from './readWords';

/**
 * Makes a message that is a place on the map.
 *
 * @param form - `latitude`, `longitude` in degrees, `name`, `address`
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/location-messages (read 2026-05)
 */
export function toLocationMessage(form: MessageForm): FreeFormMessage {
	const name = readOptionalWords('Name', form.locationName, LONGEST.caption);
	const address = readOptionalWords('Address', form.locationAddress, LONGEST.caption);
	const location = {
		latitude: readDegrees('Latitude', form.latitude, 90),
		longitude: readDegrees('Longitude', form.longitude, 180),
		...(name !== undefined && { name }),
		...(address !== undefined && { address }),
	};
	return { payload: { type: 'location', location }, carried: { replies: [], others: ['the place'] } };
}

function readDegrees(parameter: string, value: unknown, most: number): number {
	const isGiven = typeof value === 'number' || (typeof value === 'string' && value.trim() !== '');
	const degrees = isGiven ? Number(value) : NaN;
	if (Math.abs(degrees) <= most) return degrees;
	throw new InvalidInputError(
		parameter,
		`'${parameter}' is not a number from -${most} to ${most}: ${String(JSON.stringify(value) ?? 'nothing').slice(0, 40)}`,
		'Give degrees with a point for decimals, for example 52.52.',
	);
}

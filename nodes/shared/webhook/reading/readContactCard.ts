import { asRecord } from './asRecord';
import { asText } from './asText';
import { asWaId } from './asWaId';

/** What a contact says beside its name. */
export interface ContactCard {
	/** The name on its vCard; undefined without one. */
	name?: string;
	/** Its first number, as a person would read it; undefined without one. */
	phoneNumber?: string;
	/** The wa_id of that number, as WhatsApp wrote it; undefined where WhatsApp did not say. */
	waId?: string;
}

/**
 * Reads the numbers and the vCard of a contact: an answer to a request for contact information has no `name`.
 *
 * @param contact - one of Meta's `contacts[]` of a message
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids (read 2026-03-10)
 */
export function readContactCard(contact: unknown): ContactCard {
	const { phones, vcard } = asRecord(contact) ?? {};
	const phone = asRecord((Array.isArray(phones) ? (phones as unknown[]) : [])[0]);
	const lines = readLines(vcard);
	const tel = lines.find(({ property }) => property === 'TEL');
	const name = asText(lines.find(({ property }) => property === 'FN')?.value);
	const waId = asWaId(phone?.wa_id) ?? asWaId(tel?.parameters.find(([key]) => key === 'waid')?.[1]);
	const phoneNumber = asText(phone?.phone) ?? asText(tel?.value) ?? (waId && `+${waId}`);
	return { ...(name && { name }), ...(phoneNumber && { phoneNumber }), ...(waId && { waId }) };
}

interface CardLine {
	/** In capitals, without its group. */
	property: string;
	parameters: Array<[string, string]>;
	value: string;
}

/** The lines of a vCard, `item1.TEL;type=CELL;waid=15551230001:+1 555 123 0001`; one that begins with a space goes on with the last one. */
function readLines(vcard: unknown): CardLine[] {
	const text = (asText(vcard) ?? '').replaceAll('\r\n', '\n').replaceAll('\n ', '').replaceAll('\n\t', '');
	return text.split('\n').flatMap((line) => {
		const colon = line.indexOf(':');
		if (colon < 0) return [];
		const [name = '', ...parameters] = line.slice(0, colon).split(';');
		const property = name.slice(name.lastIndexOf('.') + 1).toUpperCase();
		return [{ property, parameters: parameters.map(toPair), value: line.slice(colon + 1).replace(/\\([,;:\\])/g, '$1').trim() }];
	});
}

function toPair(parameter: string): [string, string] {
	const equals = parameter.indexOf('=');
	return [parameter.slice(0, Math.max(0, equals)).toLowerCase(), parameter.slice(equals + 1)];
}

/**
 * Folds the spellings that WhatsApp gives one phone number into one, so that they find the same record.
 *
 * - Brazil: mobile numbers from before the ninth digit (area code and eight digits, the first a 6 to 9) get their `9`; landlines stay, because
 *   adding a digit to those would name somebody else.
 * - Mexico: `521…` loses the `1` that was once dialled before mobile numbers.
 * - Argentina: `549…` loses the `9` that marks a mobile number dialled from abroad.
 *
 * @param digits - a phone number with country code, digits only
 * @returns the spelling under which the number is kept; other countries' numbers come back unchanged
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/phone-numbers (read 2026-09-11)
 */
export function canonicalWaId(digits: string): string {
	if (/^55\d{2}[6-9]\d{7}$/.test(digits)) return `${digits.slice(0, 4)}9${digits.slice(4)}`;
	if (/^521\d{10}$/.test(digits)) return `52${digits.slice(3)}`;
	if (/^549\d{10}$/.test(digits)) return `54${digits.slice(3)}`;
	return digits;
}

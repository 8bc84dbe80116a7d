/**
 * Folds the spellings that WhatsApp gives one phone number into one, so that they find the same record.
 *
 * - Brazil: mobile numbers from before the ninth digit (area code and eight digits, the first a 6 to 9) get their `9`; landlines stay, because
 *   adding a digit to those would name somebody else.
 * - Mexico: `521…` loses the `1` that was once dialled before mobile numbers.
 * - Argentina: `549…` loses the `9` that marks a mobile number dialled from abroad.
 * - Benin: the eight digits of before 30 November 2024 get the `01` that all of them were given then.
 * - Côte d'Ivoire: the eight digits of a mobile number of before 31 January 2021 get the two that its block was given then:
 *   `01` (Moov), `05` (MTN), `07` (Orange). Blocks that are not in the published plan stay, and so do landlines: a guess would
 *   name somebody else.
 *
 * Nobody is given an old form any more, and each has exactly one new form, so that two people never meet.
 *
 * @param digits - a phone number with country code, digits only
 * @returns the spelling under which the number is kept; other countries' numbers come back unchanged
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/phone-numbers (read 2026-09-11)
 * @see https://fr.wikipedia.org/wiki/Liste_des_indicatifs_téléphoniques_en_Côte_d'Ivoire (blocks of the operators, read 2026-11-26)
 */
export function canonicalWaId(digits: string): string {
	if (/^55\d{2}[6-9]\d{7}$/.test(digits)) return `${digits.slice(0, 4)}9${digits.slice(4)}`;
	if (/^521\d{10}$/.test(digits)) return `52${digits.slice(3)}`;
	if (/^549\d{10}$/.test(digits)) return `54${digits.slice(3)}`;
	if (/^229[2-9]\d{7}$/.test(digits)) return `22901${digits.slice(3)}`;
	if (/^225\d{8}$/.test(digits)) return toIvorianPlan(digits.slice(3));
	return digits;
}

function toIvorianPlan(subscriber: string): string {
	if (/^(?:0[1-3]|[457][0-3])/.test(subscriber)) return `22501${subscriber}`;
	if (/^(?:0|[4-9])[4-6]/.test(subscriber)) return `22505${subscriber}`;
	if (/^(?:(?:0|[4-8])[7-9]|9[78])/.test(subscriber)) return `22507${subscriber}`;
	return `225${subscriber}`;
}

/**
 * Every spelling under which WhatsApp may know a number, the given one first.
 *
 * Brazil with and without the ninth digit, Mexico with and without the 1, Argentina with and without the 9.
 *
 * @param digits - a phone number with country code, digits only
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/phone-numbers (read 2026-09-11)
 */
export function whatsAppNumberVariants(digits: string): string[] {
	const rules: Array<[RegExp, string]> = [
		[/^(55\d{2})9([6-9]\d{7})$/, '$1$2'],
		[/^(55\d{2})([6-9]\d{7})$/, '$19$2'],
		[/^521(\d{10})$/, '52$1'],
		[/^52(\d{10})$/, '521$1'],
		[/^549(\d{10})$/, '54$1'],
		[/^54(\d{10})$/, '549$1'],
	];
	const others = rules
		.filter(([pattern]) => pattern.test(digits))
		.map(([pattern, to]) => digits.replace(pattern, to));
	return [digits, ...others];
}

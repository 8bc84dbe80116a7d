/** Reads the digitable line of a boleto, with or without what stands between its digits; undefined when it is none. */
export function readBoletoDigits(line: string): string | undefined {
	const digits = line.replace(/[\s.-]/g, '');
	return /^\d{47,48}$/.test(digits) ? digits : undefined;
}

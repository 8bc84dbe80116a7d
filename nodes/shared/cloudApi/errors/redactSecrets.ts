/**
 * Takes whatever looks like an access token out of a text.
 *
 * Meta's tokens begin with `EAA`, those of apps are `<app ID>|<app secret>`; values after `Bearer`, `access_token=`,
 * `input_token=` and `verify_token=` and passwords in addresses go as well.
 */
export function redactSecrets(text: string): string {
	return text
		.replace(/EAA[A-Za-z0-9]+/g, '[redacted]')
		.replace(/\b(Bearer\s+)[^\s"',;]+/gi, '$1[redacted]')
		.replace(/\b(\d{5,})(\||%7C)[A-Za-z0-9_-]+/gi, '$1$2[redacted]')
		.replace(/\b((?:access|input|verify)_token["']?\s*[=:]\s*["']?)[^\s"'&,;]+/gi, '$1[redacted]')
		.replace(/(\/\/)[^\s/@]+@/g, '$1[redacted]@');
}

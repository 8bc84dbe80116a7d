/**
 * Takes whatever looks like an access token out of a text.
 *
 * Meta's tokens begin with `EAA`; values after `Bearer` and `access_token=` and passwords in addresses go as well.
 */
export function redactSecrets(text: string): string {
	return text
		.replace(/EAA[A-Za-z0-9]+/g, '[redacted]')
		.replace(/\b(Bearer\s+)[^\s"',;]+/gi, '$1[redacted]')
		.replace(/\b(access_token["']?\s*[=:]\s*["']?)[^\s"'&,;]+/gi, '$1[redacted]')
		.replace(/(\/\/)[^\s/@]+@/g, '$1[redacted]@');
}

/**
 * Writes JSON as it leaves Meta: `/` as `\/` and everything beyond ASCII as `\u` and four lower-case hexadecimal digits.
 *
 * **WARNING:** JSON.parse and JSON.stringify do not give these bytes back, so a signature over re-serialised JSON is
 * wrong.
 */
export function toRawBody(body: unknown): string {
	return JSON.stringify(body)
		.replaceAll('/', '\\/')
		.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

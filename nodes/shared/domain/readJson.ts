/**
 * Reads a text as JSON.
 *
 * @returns undefined when it is none; the value is wrapped because it may itself be anything
 */
export function readJson(text: string): { value: unknown } | undefined {
	try {
		return { value: JSON.parse(text) as unknown };
	} catch {
		return undefined;
	}
}

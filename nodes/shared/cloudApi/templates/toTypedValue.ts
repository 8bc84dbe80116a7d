import { isRecord } from '../../domain/isRecord';
import { readJson } from '../../domain/readJson';

const MARKS = ['amount', 'currency', 'date_time'];

/** Gives a value that says that it is an amount of money or a point in time, from an object or its JSON text; undefined for all else. */
export function toTypedValue(given: unknown): Record<string, unknown> | undefined {
	const value = typeof given === 'string' && given.trim().startsWith('{') ? readJson(given)?.value : given;
	if (!isRecord(value)) return undefined;
	return MARKS.some((name) => Object.hasOwn(value, name)) ? value : undefined;
}

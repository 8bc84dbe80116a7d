import { isBsuid } from '../../domain/isBsuid';
import { asText } from './asText';

/**
 * Gives a business-scoped user ID, for example `US.13491208655302741918`.
 *
 * @returns undefined for everything that does not look like one; see `isBsuid`
 */
export function asBsuid(value: unknown): string | undefined {
	const text = asText(value);
	return text !== undefined && isBsuid(text) ? text : undefined;
}

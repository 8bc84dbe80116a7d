import type { JsonObject } from '../../JsonObject.ts';
import { sentComponents } from '../sentComponents.ts';

/** The parameters of the component of this type, in any letter case; empty when none was sent. */
export function parametersFor(sent: readonly JsonObject[], type: string): JsonObject[] {
	const component = sent.find((candidate) => String(candidate.type).toLowerCase() === type);
	return sentComponents(component?.parameters);
}

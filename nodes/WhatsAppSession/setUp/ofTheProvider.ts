import type { SetUpLink } from './SetUpLink';
import { finding } from './finding';

/** A link that is another provider's business, so that it cannot be judged from here. */
export function ofTheProvider(name: string, message: string, advice: string): SetUpLink {
	return { name, dependsOn: [], check: async () => await Promise.resolve([finding('notChecked', message, advice)]) };
}

import type { Registration } from './Registration';
import type { RegistrationState } from './RegistrationState';

/** The override at the level of a registration; undefined when there is none, and at the level of the app. */
export function overrideOf({ level }: Registration, state: RegistrationState): string | undefined {
	if (level === 'businessAccount') return state.accountOverride;
	return level === 'phoneNumber' ? state.numberOverride : undefined;
}

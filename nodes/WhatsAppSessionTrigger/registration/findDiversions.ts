import { redactSecrets } from '../../shared/cloudApi/errors/redactSecrets';
import { findNumberOverrides } from './findNumberOverrides';
import { ownerOf } from './ownerOf';
import type { Registration } from './Registration';
import type { RegistrationState } from './RegistrationState';

const NEEDED_FIELDS = ['messages', 'calls'];

/**
 * Says which webhooks will not reach a trigger although it is registered: those that an override sends elsewhere, and
 * those that a callback of the app which is somebody else's has not subscribed to.
 *
 * @returns sentences for the log; empty when everything of the level arrives
 */
export async function findDiversions(registration: Registration, state: RegistrationState): Promise<string[]> {
	const { level, callback, businessAccountId } = registration;
	const isElsewhere = (url: string | undefined) => !['nobody', 'us'].includes(ownerOf(url, callback.callbackUrl));
	const diversions: string[] = [];
	if (level !== 'app' && isElsewhere(state.app?.callbackUrl)) diversions.push(...missingFields(state));
	if (level === 'app' && isElsewhere(state.accountOverride)) {
		diversions.push(diversion(`account ${businessAccountId}`, state.accountOverride ?? ''));
	}
	if (level === 'phoneNumber') return diversions;
	const overrides = await findNumberOverrides(registration);
	diversions.push(...overrides.map(({ displayPhoneNumber: number, url }) => diversion(`number ${number}`, url)));
	return diversions;
}

function missingFields({ app }: RegistrationState): string[] {
	const missing = NEEDED_FIELDS.filter((field) => !app?.fields.includes(field));
	if (missing.length === 0) return [];
	return [
		`The Meta app is not subscribed to ${missing.join(' and ')}, so none of these arrive. Subscribe to them in ` +
			'the Meta console under WhatsApp > Configuration.',
	];
}

function diversion(holder: string, url: string): string {
	return `Webhooks of the ${holder} go to ${redactSecrets(url)} by an override of its own, and not to this trigger.`;
}

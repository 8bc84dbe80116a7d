import { redactSecrets } from '../../shared/cloudApi/redactSecrets';
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
	const { app, accountOverride } = state;
	const diversions: string[] = [];
	const isElsewhere = (url: string | undefined) => !['nobody', 'us'].includes(ownerOf(url, callback.callbackUrl));

	if (level !== 'app' && app && isElsewhere(app.callbackUrl)) {
		const missing = NEEDED_FIELDS.filter((field) => !app.fields.includes(field));
		if (missing.length > 0) {
			diversions.push(
				`The Meta app is not subscribed to ${missing.join(' and ')}, so none of these arrive. Subscribe to them in the ` +
					'Meta console under WhatsApp > Configuration.',
			);
		}
	}
	if (level === 'app' && isElsewhere(accountOverride)) {
		diversions.push(
			`Webhooks of the account ${businessAccountId} go to ${redactSecrets(accountOverride ?? '')} by an override of ` +
				'that account, and not to this trigger.',
		);
	}
	if (level === 'phoneNumber') return diversions;
	const overrides = await findNumberOverrides(registration);
	return [
		...diversions,
		...overrides.map(
			({ displayPhoneNumber, url }) =>
				`Webhooks of the number ${displayPhoneNumber} go to ${redactSecrets(url)} by an override of that number, and ` +
				'not to this trigger.',
		),
	];
}

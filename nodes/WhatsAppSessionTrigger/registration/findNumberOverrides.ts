import { ownerOf } from './ownerOf';
import type { Registration } from './Registration';

/** A number whose webhooks go to an address of its own. */
export interface NumberOverride {
	displayPhoneNumber: string;
	url: string;
}

/**
 * Finds the numbers of a WABA whose webhooks go to somebody else by an override of their own.
 *
 * @param businessAccountId - that of the credential by default
 */
export async function findNumberOverrides(
	registration: Registration,
	businessAccountId?: string,
): Promise<NumberOverride[]> {
	const { admin, callback } = registration;
	const numbers = await registration.listPhoneNumbers(businessAccountId);
	const overrides = await Promise.all(
		numbers.map(async ({ id, displayPhoneNumber }) => {
			const { phoneNumber: url = '' } = await admin.getNumberCallbacks(id);
			return { displayPhoneNumber: displayPhoneNumber || id, url };
		}),
	);
	return overrides.filter(({ url }) => !['nobody', 'us'].includes(ownerOf(url, callback.callbackUrl)));
}

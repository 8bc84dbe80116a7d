import { finding } from './finding';
import type { LinkFinding } from './SetUpLink';
import type { SetUpWalk } from './SetUpWalk';

/** Asks 360dialog which business number the key belongs to, which proves the key. */
export async function checkApiKey({ credentials, listPhoneNumbers }: SetUpWalk): Promise<LinkFinding[]> {
	if (credentials.accessToken === '') {
		return [finding('failed', "The credential has no 'API Key'.", 'Copy that of the number from the 360dialog Hub into the credential.')];
	}
	const [number] = await listPhoneNumbers();
	return [finding('ok', `360dialog accepts the key. It belongs to the number ${number?.displayPhoneNumber} (${number?.id}).`)];
}

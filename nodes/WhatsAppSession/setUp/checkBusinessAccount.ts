import { finding } from './finding';
import type { LinkFinding } from './SetUpLink';
import type { SetUpWalk } from './SetUpWalk';

/** Reads the WhatsApp Business Account with the access token, or the key of another provider. */
export async function checkBusinessAccount({ credentials, getBusinessAccount }: SetUpWalk): Promise<LinkFinding[]> {
	const { id, name } = await getBusinessAccount();
	const key = credentials.provider === 'meta' ? 'access token' : 'key of the provider';
	return [finding('ok', `The ${key} reaches the WhatsApp Business Account '${name}' (${id}).`)];
}

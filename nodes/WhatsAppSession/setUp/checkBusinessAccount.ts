import { finding } from './finding';
import type { LinkFinding } from './SetUpLink';
import type { SetUpWalk } from './SetUpWalk';

/** Reads the WhatsApp Business Account with the access token. */
export async function checkBusinessAccount({ getBusinessAccount }: SetUpWalk): Promise<LinkFinding[]> {
	const { id, name } = await getBusinessAccount();
	return [finding('ok', `The access token reaches the WhatsApp Business Account '${name}' (${id}).`)];
}

import { finding } from './finding';
import type { LinkFinding } from './SetUpLink';
import type { SetUpWalk } from './SetUpWalk';

const NEEDED = ['whatsapp_business_messaging', 'whatsapp_business_management'];

/** Reads the permissions of the access token. */
export async function checkPermissions({ inspectToken }: SetUpWalk): Promise<LinkFinding[]> {
	const { scopes } = await inspectToken();
	const missing = NEEDED.filter((permission) => !scopes.includes(permission));
	if (missing.length === 0) return [finding('ok', `The access token has ${NEEDED.join(' and ')}.`)];
	return [
		finding(
			'failed',
			`The access token lacks ${missing.join(' and ')}.`,
			`Generate a new token for the system user in Meta Business Settings, choose ${NEEDED.join(' and ')}, and put it into the credential.`,
		),
	];
}

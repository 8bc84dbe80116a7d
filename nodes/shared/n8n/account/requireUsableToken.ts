import { AuthorizationError, CloudApiError } from '../../cloudApi/errors/CloudApiError';
import type { WebhookAdmin } from '../../cloudApi/webhookAdmin/WebhookAdmin';
import { InvalidInputError } from '../../domain/InvalidInputError';

const PERMISSIONS = ['whatsapp_business_messaging', 'whatsapp_business_management'];
const NEW_TOKEN =
	'Create a new one in Meta Business Settings under System Users > Generate Token, with the permissions ' +
	`${PERMISSIONS.join(' and ')}, and put it into 'Access Token' of the credential.`;
const APP_KEYS =
	"Copy 'App ID' and 'App Secret' anew from App Settings > Basic in the Meta console into the credential.";

/** What is asked about. */
export interface AppAccess {
	admin: Pick<WebhookAdmin, 'inspectToken'>;
	appId: string;
	/** Never part of an error or a log. */
	accessToken: string;
}

/**
 * Asks Meta about the credential, so that whatever is wrong with it is said in terms of its fields.
 *
 * @throws {InvalidInputError} for a wrong app ID or app secret, and for an access token that is not valid, belongs to
 * another app or lacks a permission
 */
export async function requireUsableToken({ admin, accessToken, appId }: AppAccess): Promise<void> {
	const token = await admin.inspectToken(accessToken).catch((error: unknown) => {
		throw toInspectionError(error, appId);
	});
	if (!token.isValid) {
		const reason = token.reason === undefined ? '' : ` Meta says: ${token.reason}`;
		throw new InvalidInputError(
			'Access Token',
			`The 'Access Token' of the credential is not valid or has expired.${reason}`,
			NEW_TOKEN,
		);
	}
	if (token.appId !== '' && token.appId !== appId) throw tokenOfAnotherApp(`the app ${token.appId}`, appId);
	const missing = PERMISSIONS.filter((permission) => !token.scopes.includes(permission));
	if (missing.length === 0) return;
	throw new InvalidInputError(
		'Access Token',
		`The 'Access Token' of the credential lacks the permission ${missing.join(' and ')}.`,
		NEW_TOKEN,
	);
}

function toInspectionError(error: unknown, appId: string): unknown {
	if (!(error instanceof CloudApiError)) return error;
	const says = error.details === '' ? '' : ` Meta says: ${error.details}`;
	// Meta has no code of its own for these; the words are all there is.
	if (error.code === 100 && /did not match/i.test(error.details)) return tokenOfAnotherApp('another app', appId);
	if (error.code === 101 || /validating application/i.test(error.details)) {
		return new InvalidInputError('App ID', `Meta knows no app with the 'App ID' ${appId}.${says}`, APP_KEYS);
	}
	if (!(error instanceof AuthorizationError) && !/client secret/i.test(error.details)) return error;
	return new InvalidInputError(
		'App Secret',
		`The 'App Secret' of the credential is not that of the app ${appId}.${says}`,
		`${APP_KEYS} After a reset of the secret only the new one works.`,
	);
}

function tokenOfAnotherApp(owner: string, appId: string): InvalidInputError {
	return new InvalidInputError(
		'Access Token',
		`The 'Access Token' of the credential was made for ${owner}, and its 'App ID' is ${appId}.`,
		`Use the ID and the secret of the app that the token was made for, or make a token for this app. ${NEW_TOKEN}`,
	);
}

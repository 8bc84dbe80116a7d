import { CloudApiError } from '../../shared/cloudApi/errors/CloudApiError';
import { CloudApiNoAnswerError } from '../../shared/cloudApi/errors/CloudApiNoAnswerError';
import { finding } from './finding';
import type { LinkFinding } from './SetUpLink';
import type { SetUpWalk } from './SetUpWalk';
import { toFailedFinding } from './toFailedFinding';

const COPY_BOTH = 'Copy both from App Settings > Basic in the Meta console into the credential.';
const SAME_APP =
	"Generate the access token for the app whose 'App ID' is in the credential, or enter the ID and secret of the token's app.";
const WRONG_PARAMETER = 100;

/** Proves ID and secret of the app, and that the access token was made for this app. */
export async function checkApp(walk: SetUpWalk): Promise<LinkFinding[]> {
	const { accessToken, appId, appSecrets } = walk.credentials;
	const missing = [...(appId === '' ? ["'App ID'"] : []), ...(appSecrets.length === 0 ? ["'App Secret'"] : [])];
	if (missing.length > 0) return [finding('failed', `The credential has no ${missing.join(' and no ')}.`, COPY_BOTH)];
	// Without a token to ask about, any other request in the name of the app proves the two.
	const asking =
		accessToken === '' ? walk.getAppSubscription().then(() => '') : walk.inspectToken().then((info) => info.appId);
	return await asking.then(
		(tokenAppId) => [judge(appId, tokenAppId)],
		(error: unknown) => [judgeFailure(error)],
	);
}

function judge(appId: string, tokenAppId: string): LinkFinding {
	if (tokenAppId !== '' && tokenAppId !== appId) {
		return finding('failed', `The access token was made for app ${tokenAppId}, and 'App ID' is ${appId}.`, SAME_APP);
	}
	return finding('ok', `Meta accepts ID and secret of the app ${appId}.`);
}

function judgeFailure(error: unknown): LinkFinding {
	const failed = toFailedFinding(error);
	// Nobody was asked: that says nothing about the app.
	if (error instanceof CloudApiNoAnswerError) return { ...failed, status: 'notChecked' };
	if (!(error instanceof CloudApiError)) return failed;
	if (error.code === WRONG_PARAMETER) return { ...failed, advice: SAME_APP };
	const { details } = error;
	const words = details ? ` Meta says: ${details}` : '';
	return finding('failed', `Meta does not accept 'App ID' and 'App Secret' (code ${error.code}).${words}`, COPY_BOTH);
}

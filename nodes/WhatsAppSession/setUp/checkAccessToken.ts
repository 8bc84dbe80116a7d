import { DateTime } from 'luxon';

import { CloudApiError } from '../../shared/cloudApi/errors/CloudApiError';
import { CloudApiNoAnswerError } from '../../shared/cloudApi/errors/CloudApiNoAnswerError';
import type { TokenInfo } from '../../shared/cloudApi/webhookAdmin/WebhookAdmin';
import { finding } from './finding';
import type { LinkFinding } from './SetUpLink';
import type { SetUpWalk } from './SetUpWalk';
import { toFailedFinding } from './toFailedFinding';

const DAY_MS = 86_400_000;
const EXPIRES_SOON_MS = 7 * DAY_MS;
const INVALID_TOKEN_CODES = [0, 190];
const NEW_TOKEN =
	'In Meta Business Settings under System Users, generate a token for the app that never expires, with whatsapp_business_messaging and whatsapp_business_management, and put it into the credential.';

/**
 * Asks whether Meta accepts the access token, and for how long. A token with 7 days or less to go is a warning.
 *
 * Meta tells about a token only with the app's own one; without that, the token is tried out.
 */
export async function checkAccessToken(walk: SetUpWalk): Promise<LinkFinding[]> {
	if (walk.credentials.accessToken === '') {
		return [finding('failed', "The credential has no 'Access Token'.", NEW_TOKEN)];
	}
	const info = await walk.inspectToken().catch(() => undefined);
	return [info ? judge(info, walk.nowMs) : await tryOut(walk)];
}

function judge({ isValid, reason, expiresAtMs }: TokenInfo, nowMs: number): LinkFinding {
	if (!isValid) {
		const words = reason ? ` Meta says: ${reason}` : '';
		return finding('failed', `Meta does not accept the access token.${words}`, NEW_TOKEN);
	}
	if (expiresAtMs === undefined) return finding('ok', 'Meta accepts the access token, and it does not expire.');
	const expiresAt = DateTime.fromMillis(expiresAtMs, { zone: 'utc' }).toISO();
	const days = Math.max(0, Math.floor((expiresAtMs - nowMs) / DAY_MS));
	const message = `Meta accepts the access token until ${expiresAt} (${days} ${days === 1 ? 'day' : 'days'} left).`;
	return expiresAtMs - nowMs <= EXPIRES_SOON_MS ? finding('warning', message, NEW_TOKEN) : finding('ok', message);
}

async function tryOut(walk: SetUpWalk): Promise<LinkFinding> {
	const failure = await walk.getBusinessAccount().then(
		() => undefined,
		(error: unknown) => error,
	);
	const isRefused = failure instanceof CloudApiError && INVALID_TOKEN_CODES.includes(failure.code);
	if (isRefused || failure instanceof CloudApiNoAnswerError) return toFailedFinding(failure);
	return finding(
		'ok',
		'Meta accepts the access token. Until when cannot be read without the ID and secret of the app.',
	);
}

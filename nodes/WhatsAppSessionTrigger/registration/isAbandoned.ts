import { ownerOf } from './ownerOf';
import type { Registration } from './Registration';

const NOT_FOUND = 404;

/**
 * Says whether no trigger listens any more at a callback URL that Meta has on record.
 *
 * An address of the same n8n is abandoned when n8n answers 404: its workflow is unpublished or was made anew. This
 * trigger's path at another host is abandoned unless a trigger answers there. Strangers are never asked.
 *
 * @returns false for what is nobody's, ours or a stranger's
 */
export async function isAbandoned({ ask, callback }: Registration, url: string): Promise<boolean> {
	const owner = ownerOf(url, callback.callbackUrl);
	// Whatever is not 404 may be a trigger: with another verify token, or one that cannot be reached from here.
	if (owner === 'sameN8n') return (await ask(url)).status === NOT_FOUND;
	if (owner !== 'usElsewhere') return false;
	const { isChallenge, isTriggerOfOtherToken } = await ask(url);
	return !isChallenge && !isTriggerOfOtherToken;
}

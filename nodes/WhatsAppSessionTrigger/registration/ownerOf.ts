import { withoutTrailing } from '../../shared/domain/withoutTrailing';

/**
 * Whose a callback URL is:
 *
 * - `nobody`: there is none;
 * - `us`: it leads to this trigger;
 * - `usElsewhere`: this trigger's path at another host: an earlier host or tunnel of this n8n, or a copy of the workflow
 *   in another n8n;
 * - `sameN8n`: another trigger of the same n8n;
 * - `stranger`: everybody else.
 */
export type CallbackOwner = 'nobody' | 'us' | 'usElsewhere' | 'sameN8n' | 'stranger';

/**
 * Says whose a callback URL is.
 *
 * The path tells triggers apart: n8n gives every one a path of its own and keeps it, whatever host it is reached at, and
 * also in a copy of the workflow.
 *
 * @param url - as Meta has it; empty and undefined when there is none
 * @param address - the trigger's own address for production
 */
export function ownerOf(url: string | undefined, address: string): CallbackOwner {
	if (url === undefined || url === '') return 'nobody';
	if (!URL.canParse(url) || !URL.canParse(address)) return url === address ? 'us' : 'stranger';
	const [theirs, ours] = [new URL(url), new URL(address)];
	if (pathOf(theirs) === pathOf(ours)) return theirs.origin === ours.origin ? 'us' : 'usElsewhere';
	const isSameN8n = theirs.host === ours.host && pathOf(theirs).startsWith(`${webhookRoot(pathOf(ours))}/`);
	return isSameN8n ? 'sameN8n' : 'stranger';
}

function pathOf({ pathname }: URL): string {
	return withoutTrailing(pathname, /\//);
}

/** n8n's addresses end in the trigger's own ID and the word `webhook`; what is in front is shared by all of them. */
function webhookRoot(path: string): string {
	return path.split('/').slice(0, -2).join('/');
}

import type { Registration } from './Registration';

/** Names the place at Meta where a trigger registers: an app, a WABA or a number of an app. */
export function registrationSlot({ level, appId, businessAccountId, phoneNumberId }: Registration): string {
	if (level === 'app') return `app ${appId}`;
	return `${level} ${phoneNumberId ?? businessAccountId} of app ${appId}`;
}

import { finding } from './finding';
import type { LinkFinding } from './SetUpLink';

/** Reminds of the one link that cannot be read: the Graph API has no documented field for the mode of an app. */
export async function checkAppMode(): Promise<LinkFinding[]> {
	return await Promise.resolve([
		finding(
			'notChecked',
			'Whether the app is live cannot be read through the API.',
			"Look at the switch 'App Mode' at the top of the app in the Meta console. In development mode Meta delivers test webhooks from the console, and no messages of real people.",
		),
	]);
}

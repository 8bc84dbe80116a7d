import { finding } from './finding';
import type { LinkFinding } from './SetUpLink';
import type { SetUpWalk } from './SetUpWalk';
import { showUrl } from './showUrl';

/** Asks whether the app is among those that get the webhooks of the WhatsApp Business Account. */
export async function checkAccountSubscription({ credentials, listSubscribedApps }: SetUpWalk): Promise<LinkFinding[]> {
	const apps = await listSubscribedApps();
	const names = apps.map(({ appId, name }) => (name ? `'${name}' (${appId})` : appId)).join(', ') || 'none';
	const { appId } = credentials;
	if (appId === '') {
		const advice = "Enter the 'App ID' in the credential.";
		return [
			finding(
				'notChecked',
				`These apps get the account's webhooks: ${names}. Which one is this one's is not known.`,
				advice,
			),
		];
	}
	const own = apps.find((app) => app.appId === appId);
	if (!own) {
		return [
			finding(
				'failed',
				`The app ${appId} does not get the webhooks of the account. Apps that do: ${names}.`,
				'Publish a workflow with the WhatsApp Session Trigger and automatic registration: it subscribes the app to the account.',
			),
		];
	}
	const others = apps.length > 1 ? ` So do other apps: ${names}.` : '';
	const override = own.overrideUrl ? ` For this account it has its own callback URL: ${showUrl(own.overrideUrl)}.` : '';
	return [finding('ok', `The app ${appId} gets the webhooks of the account.${override}${others}`)];
}

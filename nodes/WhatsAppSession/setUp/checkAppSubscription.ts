import { ESTABLISHED_FIELDS } from '../../shared/cloudApi/webhookAdmin/establishedFields';
import { finding } from './finding';
import type { LinkFinding } from './SetUpLink';
import type { SetUpWalk } from './SetUpWalk';
import { showUrl } from './showUrl';

const NEEDED = ['messages', 'calls'];
const USEFUL = ESTABLISHED_FIELDS.filter((field) => !NEEDED.includes(field));
const REGISTER =
	'Publish a workflow with the WhatsApp Session Trigger and automatic registration, or set it under WhatsApp > Configuration in the Meta console.';

/** Reads the subscription of the app: without one, no webhook goes anywhere, whatever the overrides say. */
export async function checkAppSubscription({ getAppSubscription }: SetUpWalk): Promise<LinkFinding[]> {
	const subscription = await getAppSubscription();
	if (!subscription)
		return [finding('failed', 'The app is not subscribed to webhooks of WhatsApp accounts.', REGISTER)];
	const { callbackUrl, fields, isActive } = subscription;
	const address = `The app's callback URL is ${showUrl(callbackUrl)}`;
	if (!isActive) return [finding('failed', `${address}, and the subscription is not active.`, REGISTER)];
	const lacking = (wanted: string[]) => wanted.filter((field) => !fields.includes(field)).join(', ');
	const needed = lacking(NEEDED);
	if (needed !== '') {
		const message = `${address}, and the app is not subscribed to these fields: ${needed}.`;
		return [
			finding('failed', message, `Subscribe the app to ${needed} under WhatsApp > Configuration in the Meta console.`),
		];
	}
	const useful = lacking(USEFUL);
	if (useful === '')
		return [finding('ok', `${address}, and the app is subscribed to every field that the trigger reads.`)];
	return [
		finding(
			'warning',
			`${address}, and the app is subscribed to messages and calls, but not to these fields: ${useful}.`,
			'Messages arrive. For opt-outs, template changes and account changes, subscribe the app to these fields under WhatsApp > Configuration in the Meta console.',
		),
	];
}

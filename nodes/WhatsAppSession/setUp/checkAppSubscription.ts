import { finding } from './finding';
import type { LinkFinding } from './SetUpLink';
import type { SetUpWalk } from './SetUpWalk';
import { showUrl } from './showUrl';

const NEEDED = ['messages', 'calls'];
/** Without these the trigger never hears of opt-outs, template changes and account changes. */
const USEFUL = [
	'user_preferences',
	'message_template_status_update',
	'message_template_quality_update',
	'message_template_components_update',
	'template_category_update',
	'account_update',
	'account_alerts',
	'account_review_update',
	'business_capability_update',
	'phone_number_name_update',
	'phone_number_quality_update',
	'security',
];
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

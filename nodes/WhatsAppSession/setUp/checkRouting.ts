import { ROUTING_FIELDS } from '../../shared/cloudApi/webhookAdmin/webhookFields';
import { finding } from './finding';
import type { LinkFinding } from './SetUpLink';
import type { SetUpWalk } from './SetUpWalk';

const NOBODY_ELSE = 'No other responder has owned a conversation in the last 24 hours.';

/** Says whether messages arrive that another responder is to answer: they start no workflow by themselves, and nobody may answer them here. */
export async function checkRouting({ countOwnedElsewhere, credentials, getAppSubscription }: SetUpWalk): Promise<LinkFinding[]> {
	const count = await countOwnedElsewhere();
	if (count > 0) {
		const message = `Messages arrive on standby: another responder, a partner or Meta Business Agent, owned ${count} ${count === 1 ? 'conversation' : 'conversations'} in the last 24 hours.`;
		return [
			finding(
				'warning',
				message,
				"Such messages start a workflow only with the option 'Also When Another Responder Owns the Conversation', and free-form answers to them are refused with 131070. Who answers is set under conversation routing in WhatsApp Manager; 'Take' of the resource Thread takes a conversation, if this app is the escalation partner.",
			),
		];
	}
	if (credentials.provider !== 'meta') return [finding('ok', NOBODY_ELSE)];
	const { fields = [] } = (await getAppSubscription().catch(() => undefined)) ?? {};
	const missing = ROUTING_FIELDS.filter((field) => !fields.includes(field)).join(', ');
	if (missing === '') return [finding('ok', NOBODY_ELSE)];
	return [finding('ok', `No other responder is known of. The app is not subscribed to ${missing}, by which it would hear of one where several share the account.`)];
}

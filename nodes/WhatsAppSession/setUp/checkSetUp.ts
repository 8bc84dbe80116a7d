import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { Provider } from '../../shared/cloudApi/client/graphUrl';
import { checkAccessToken } from './checkAccessToken';
import { checkAccountSubscription } from './checkAccountSubscription';
import { checkApiKey } from './checkApiKey';
import { checkApp } from './checkApp';
import { checkAppMode } from './checkAppMode';
import { checkAppSubscription } from './checkAppSubscription';
import { checkBusinessAccount } from './checkBusinessAccount';
import { checkCallbacks } from './checkCallbacks';
import { checkCallbackUrls } from './checkCallbackUrls';
import { checkDialog360Webhook } from './checkDialog360Webhook';
import { checkPermissions } from './checkPermissions';
import { checkPhoneNumbers } from './checkPhoneNumbers';
import { checkRouting } from './checkRouting';
import { checkSessionStore } from './checkSessionStore';
import { checkWebhookProof } from './checkWebhookProof';
import { finding } from './finding';
import { ofTheProvider } from './ofTheProvider';
import { openSetUpWalk } from './openSetUpWalk';
import type { LinkFinding, SetUpLink } from './SetUpLink';
import type { SetUpWalk } from './SetUpWalk';
import { toFailedFinding } from './toFailedFinding';

const SESSION_STORE: SetUpLink = { name: 'Session Store', dependsOn: [], check: checkSessionStore };
const PHONE_NUMBERS: SetUpLink = { name: 'Phone Numbers', dependsOn: ['WhatsApp Business Account'], check: checkPhoneNumbers };
const ROUTING: SetUpLink = { name: 'Conversation Routing', dependsOn: ['Session Store', 'Phone Numbers'], check: checkRouting };
const WEBHOOK_PROOF: SetUpLink = { name: 'Webhook Proof', dependsOn: [], check: checkWebhookProof };
const META_APP = ofTheProvider(
	'Meta App',
	'The Meta app, its token, its permissions and its subscriptions are those of the provider.',
	'Ask your provider, if messages neither leave nor arrive although everything else is in order.',
);

const LINKS_OF_META: SetUpLink[] = [
	SESSION_STORE,
	{ name: 'Access Token', dependsOn: [], check: checkAccessToken },
	{ name: 'App ID and App Secret', dependsOn: [], check: checkApp },
	{ name: 'Permissions', dependsOn: ['Access Token', 'App ID and App Secret'], check: checkPermissions },
	{ name: 'WhatsApp Business Account', dependsOn: ['Access Token'], check: checkBusinessAccount },
	PHONE_NUMBERS,
	{ name: 'App Subscription', dependsOn: ['App ID and App Secret'], check: checkAppSubscription },
	{ name: 'Account Subscription', dependsOn: ['WhatsApp Business Account'], check: checkAccountSubscription },
	{ name: 'Callback', dependsOn: ['Phone Numbers'], check: checkCallbacks },
	{ name: 'Callback URL', dependsOn: [], check: checkCallbackUrls },
	ROUTING,
	{ name: 'App Mode', dependsOn: [], check: checkAppMode },
];

/** The links of a chain, by who is between this n8n and WhatsApp. */
const LINKS: Record<Provider, SetUpLink[]> = {
	meta: LINKS_OF_META,
	dialog360: [
		SESSION_STORE,
		{ name: 'API Key', dependsOn: [], check: checkApiKey },
		{ name: 'WhatsApp Business Account', dependsOn: ['API Key'], check: checkBusinessAccount },
		PHONE_NUMBERS,
		WEBHOOK_PROOF,
		{ name: 'Webhook', dependsOn: ['API Key'], check: checkDialog360Webhook },
		ROUTING,
		META_APP,
	],
	other: [
		SESSION_STORE,
		{ name: 'WhatsApp Business Account', dependsOn: [], check: checkBusinessAccount },
		PHONE_NUMBERS,
		WEBHOOK_PROOF,
		ofTheProvider(
			'Webhook',
			'Where the host posts webhooks cannot be read.',
			'Compare the address in the console of your provider with the Production URL of the trigger.',
		),
		ROUTING,
		META_APP,
	],
};

/**
 * Walks the chain between WhatsApp and this n8n, once for all input items.
 *
 * A link that fails is a finding and not an error; links that cannot be judged without it say so.
 *
 * @returns one item for each link, in order; for each number and each address where there are several
 * @throws {InvalidInputError} when the credential is incomplete, so that there is nothing to walk
 */
export async function checkSetUp(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const walk = await openSetUpWalk(context);
	const broken = new Set<string>();
	const items: INodeExecutionData[] = [];
	for (const link of LINKS[walk.credentials.provider]) {
		const findings = await checkLink(link, walk, broken);
		if (findings.some(({ status }) => status === 'failed' || status === 'notChecked')) broken.add(link.name);
		items.push(...findings.map((found) => ({ json: { link: link.name, ...found }, pairedItem: { item: 0 } })));
	}
	return items;
}

async function checkLink(link: SetUpLink, walk: SetUpWalk, broken: Set<string>): Promise<LinkFinding[]> {
	const obstacle = link.dependsOn.find((name) => broken.has(name));
	if (obstacle !== undefined) {
		const message = `Not checked, because '${obstacle}' has to be in order first.`;
		return [finding('notChecked', message, `Mend '${obstacle}', then check again.`)];
	}
	return await link.check(walk).catch((error: unknown) => [toFailedFinding(error)]);
}

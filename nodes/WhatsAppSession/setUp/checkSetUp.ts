import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { checkAccessToken } from './checkAccessToken';
import { checkAccountSubscription } from './checkAccountSubscription';
import { checkApp } from './checkApp';
import { checkAppMode } from './checkAppMode';
import { checkAppSubscription } from './checkAppSubscription';
import { checkBusinessAccount } from './checkBusinessAccount';
import { checkCallbacks } from './checkCallbacks';
import { checkCallbackUrls } from './checkCallbackUrls';
import { checkPermissions } from './checkPermissions';
import { checkPhoneNumbers } from './checkPhoneNumbers';
import { checkRouting } from './checkRouting';
import { checkSessionStore } from './checkSessionStore';
import { finding } from './finding';
import { openSetUpWalk } from './openSetUpWalk';
import type { LinkFinding, SetUpLink } from './SetUpLink';
import type { SetUpWalk } from './SetUpWalk';
import { toFailedFinding } from './toFailedFinding';

const LINKS: SetUpLink[] = [
	{ name: 'Session Store', dependsOn: [], check: checkSessionStore },
	{ name: 'Access Token', dependsOn: [], check: checkAccessToken },
	{ name: 'App ID and App Secret', dependsOn: [], check: checkApp },
	{ name: 'Permissions', dependsOn: ['Access Token', 'App ID and App Secret'], check: checkPermissions },
	{ name: 'WhatsApp Business Account', dependsOn: ['Access Token'], check: checkBusinessAccount },
	{ name: 'Phone Numbers', dependsOn: ['WhatsApp Business Account'], check: checkPhoneNumbers },
	{ name: 'App Subscription', dependsOn: ['App ID and App Secret'], check: checkAppSubscription },
	{ name: 'WABA Subscription', dependsOn: ['WhatsApp Business Account'], check: checkAccountSubscription },
	{ name: 'Callback', dependsOn: ['Phone Numbers'], check: checkCallbacks },
	{ name: 'Callback URL', dependsOn: [], check: checkCallbackUrls },
	{ name: 'Conversation Routing', dependsOn: ['Session Store', 'Phone Numbers'], check: checkRouting },
	{ name: 'App Mode', dependsOn: [], check: checkAppMode },
];

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
	for (const link of LINKS) {
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

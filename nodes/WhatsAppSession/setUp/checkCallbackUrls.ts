import type { CallbackAnswer } from '../../shared/n8n/account/askCallback';
import { callbackInForce } from './callbackInForce';
import { finding } from './finding';
import type { LinkFinding } from './SetUpLink';
import type { SetUpWalk } from './SetUpWalk';
import { showUrl } from './showUrl';

const FOREIGN =
	'If the address is not of this n8n, it belongs to something else: register the WhatsApp Session Trigger instead of it.';
const UNKNOWN_HOST =
	"If it is this n8n's, enter the Production URL of the trigger as 'Expected Callback URL' and check again. If not, it belongs to something else, and what goes there does not come here.";

/**
 * Calls every address that messages go to, and that of the app, as Meta does, with the verify token of the credential.
 *
 * Addresses on other hosts than this n8n's are not called: they would learn the verify token.
 */
export async function checkCallbackUrls(walk: SetUpWalk): Promise<LinkFinding[]> {
	const numbers = await walk.listNumberCallbacks().catch(() => []);
	const callbacks = numbers.flatMap((number) => ('callbacks' in number ? number.callbacks : []));
	const urls = new Set(callbacks.flatMap((found) => callbackInForce(found)?.url ?? []));
	const app = await walk.getAppSubscription().catch(() => ({ callbackUrl: '' }));
	const appUrl = app?.callbackUrl || callbacks.find(({ application }) => application)?.application;
	if (urls.size === 0 && !appUrl) {
		const advice = "Mend the links above first: 'App Subscription' and 'Callback'.";
		return [finding('notChecked', 'Not checked, because no callback URL is known.', advice)];
	}
	if (walk.credentials.verifyToken === '') {
		const advice = 'Enter any text of your own in the credential, and publish the workflow with the trigger again.';
		return [finding('failed', "The credential has no 'Verify Token', so Meta's question cannot be answered.", advice)];
	}
	const findings = await Promise.all([...urls].map(async (url) => await askAndJudge(walk, url)));
	return appUrl ? [...findings, await judgeApp(walk, appUrl)] : findings;
}

/** Overrides are for messages and calls; everything else keeps going to the app's own address. */
async function judgeApp(walk: SetUpWalk, url: string): Promise<LinkFinding> {
	const judged = await askAndJudge(walk, url);
	const what = `Opt-outs, template changes and account changes go to ${showUrl(url)}, the app's own address.`;
	return { ...judged, message: `${what} ${judged.message}` };
}

async function askAndJudge(walk: SetUpWalk, url: string): Promise<LinkFinding> {
	if (URL.canParse(url) && walk.ownHosts.includes(new URL(url).host)) {
		return judge(showUrl(url), await walk.askCallback(url));
	}
	return finding('warning', `${showUrl(url)} was not called, because it is not known to be of this n8n.`, UNKNOWN_HOST);
}

function judge(address: string, { status, isChallenge, isPage }: CallbackAnswer): LinkFinding {
	if (isChallenge) return finding('ok', `${address} answers Meta's question with this credential's verify token.`);
	if (status === undefined) {
		return finding(
			'warning',
			`${address} could not be reached from this n8n.`,
			'Some networks keep a server from calling its own public address. Open it in a browser outside your network: it has to answer, over HTTPS with a certificate that browsers accept.',
		);
	}
	const [what, advice] = explain(status, isPage);
	return finding('failed', `${address} ${what} (HTTP ${status}).`, advice);
}

function explain(status: number, isPage: boolean): [what: string, advice: string] {
	if (status === 404) {
		return ['has no workflow that listens', `Publish the workflow with the WhatsApp Session Trigger. ${FOREIGN}`];
	}
	if (status === 403) {
		return [
			"knows another verify token than this credential's",
			`Use the same credential in the trigger and here, and publish its workflow again. ${FOREIGN}`,
		];
	}
	if (status >= 300 && status < 400) {
		return [
			'sends on to another address, and Meta does not follow',
			'Enter the final address, with https:// and without a login before it.',
		];
	}
	if (status >= 500) {
		return ['did not handle the question', 'Look in the log of n8n, and check that n8n runs behind its proxy.'];
	}
	if (isPage) {
		return [
			'answers with a web page instead of the challenge',
			`Check the path of the address, and that no login page stands before it. ${FOREIGN}`,
		];
	}
	return ['answers with something else than the challenge', FOREIGN];
}

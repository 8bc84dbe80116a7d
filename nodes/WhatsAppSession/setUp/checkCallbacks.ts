import { callbackInForce } from './callbackInForce';
import { finding } from './finding';
import { isSameAddress } from './isSameAddress';
import type { LinkFinding } from './SetUpLink';
import type { NumberWithCallbacks, SetUpWalk } from './SetUpWalk';
import { showUrl } from './showUrl';
import { toFailedFinding } from './toFailedFinding';

const PUBLISH = 'Publish a workflow with the WhatsApp Session Trigger and automatic registration for this number.';

/** Says for each business number where its messages go, and compares it with the address that the builder expects. */
export async function checkCallbacks({ listNumberCallbacks, expectedCallbackUrl }: SetUpWalk): Promise<LinkFinding[]> {
	const numbers = await listNumberCallbacks();
	return numbers.map((number) => judge(number, expectedCallbackUrl));
}

function judge({ number, ...found }: NumberWithCallbacks, expected: string): LinkFinding {
	const name = `${number.displayPhoneNumber} (${number.id})`;
	if ('failure' in found) {
		const failed = toFailedFinding(found.failure);
		return { ...failed, message: `Where messages of ${name} go could not be read: ${failed.message}` };
	}
	const inForce = callbackInForce(found.callbacks);
	if (!inForce) {
		const message = `Messages of ${name} go nowhere: neither the number nor the account nor the app has a callback URL.`;
		return finding('failed', message, PUBLISH);
	}
	const { url, setFor } = inForce;
	const message = `Messages of ${name} go to ${showUrl(url)}, which is set ${setFor}`;
	if (expected !== '' && !isSameAddress(url, expected)) {
		return finding(
			'failed',
			`${message}, and not to ${showUrl(expected)}.`,
			`${PUBLISH} If that address is still in use by something else, let the trigger replace it, or leave it and use another number.`,
		);
	}
	if (url.includes('/webhook-test/')) {
		const advice = `${PUBLISH} Then Meta posts to its Production URL.`;
		return finding('failed', `${message}. That is a Test URL, which listens only while somebody tests.`, advice);
	}
	return finding('ok', `${message}.`);
}

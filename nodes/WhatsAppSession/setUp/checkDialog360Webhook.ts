import { finding } from './finding';
import { isSameAddress } from './isSameAddress';
import type { LinkFinding } from './SetUpLink';
import type { SetUpWalk } from './SetUpWalk';
import { showUrl } from './showUrl';

const PUBLISH = 'Publish a workflow with the WhatsApp Session Trigger and automatic registration, with this credential.';

/** Reads where 360dialog posts the webhooks of the number, and compares it with the address that the builder expects. */
export async function checkDialog360Webhook({ expectedCallbackUrl, getDialog360Webhook }: SetUpWalk): Promise<LinkFinding[]> {
	const url = await getDialog360Webhook();
	if (url === '') return [finding('failed', 'Messages go nowhere: 360dialog has no address for this number.', PUBLISH)];
	const message = `360dialog posts what happens to this number to ${showUrl(url)}`;
	if (expectedCallbackUrl !== '' && !isSameAddress(url, expectedCallbackUrl)) {
		const advice = `${PUBLISH} If that address is still in use by something else, let the trigger replace it, or use the key of another number.`;
		return [finding('failed', `${message}, and not to ${showUrl(expectedCallbackUrl)}.`, advice)];
	}
	return [finding('ok', `${message}.`)];
}

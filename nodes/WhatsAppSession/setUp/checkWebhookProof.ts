import { SECRET_HEADER } from '../../shared/webhook/verifySecret';
import { finding } from './finding';
import type { LinkFinding } from './SetUpLink';
import type { SetUpWalk } from './SetUpWalk';

/** Says by what webhooks of another provider than Meta are known; without that every one of them is refused. */
export async function checkWebhookProof({ credentials }: SetUpWalk): Promise<LinkFinding[]> {
	const { appSecrets, webhookSecret } = credentials;
	if (webhookSecret === '') {
		const advice = 'Enter at least 16 characters of your own choice in the credential, and publish the workflow with the trigger again.';
		return await Promise.resolve([finding('failed', "The credential has no 'Webhook Secret', so every webhook is refused.", advice)]);
	}
	if (webhookSecret !== undefined) return [finding('ok', `Webhooks are known by the header ${SECRET_HEADER}.`)];
	if (appSecrets.length > 0) return [finding('ok', "Webhooks are known by Meta's signature.")];
	const advice = "Enter the 'App Secret' that your provider tells you, or set 'Webhook Proof' to Secret in a Header.";
	return [finding('failed', "The credential has no 'App Secret', so every webhook is refused.", advice)];
}

import { finding } from './finding';
import type { LinkFinding } from './SetUpLink';
import type { SetUpWalk } from './SetUpWalk';

/** Lists the business numbers of the account. */
export async function checkPhoneNumbers({ listPhoneNumbers }: SetUpWalk): Promise<LinkFinding[]> {
	const numbers = await listPhoneNumbers();
	if (numbers.length === 0) {
		const advice = 'Add and register a phone number in WhatsApp Manager under Phone numbers.';
		return [finding('failed', 'The WhatsApp Business Account has no phone number.', advice)];
	}
	const list = numbers.map(
		({ id, displayPhoneNumber, verifiedName }) => `${displayPhoneNumber} '${verifiedName}' (phone number ID ${id})`,
	);
	return [finding('ok', `The account has ${list.join(', ')}.`)];
}

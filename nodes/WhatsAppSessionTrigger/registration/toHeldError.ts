import { redactSecrets } from '../../shared/cloudApi/errors/redactSecrets';
import { InvalidInputError } from '../../shared/domain/InvalidInputError';
import type { CallbackOwner } from './ownerOf';
import type { Registration, RegistrationLevel } from './Registration';

const HOLDERS: Record<RegistrationLevel, string> = {
	app: 'The Meta app',
	businessAccount: 'The WhatsApp Business Account',
	phoneNumber: 'The number',
};

const NUMBER_ONLY = "'Registration Level' to Phone Number, so that only the webhooks of that number come here";
const BELOW: Record<RegistrationLevel, string> = {
	app: NUMBER_ONLY,
	businessAccount: NUMBER_ONLY,
	phoneNumber: "'Business Phone Number' to another number",
};

const REPLACE = "Or switch on 'Replace Another Callback' to take its place; the other one then gets nothing more.";
const SAME_N8N = 'Do that too if the address leads to this n8n.';

/** Says that a place at Meta is held by somebody else, by whom, and what the builder can do. */
export function toHeldError({ level }: Registration, url: string, owner: CallbackOwner): InvalidInputError {
	const [whose, wayOut, replace = REPLACE] = describe(owner, BELOW[level]);
	return new InvalidInputError(
		'Registration Level',
		`${HOLDERS[level]} already posts its webhooks to ${redactSecrets(url)}, and ${whose}.`,
		`${wayOut} ${replace}`,
	);
}

function describe(owner: CallbackOwner, below: string): [whose: string, wayOut: string, replace?: string] {
	if (owner === 'usElsewhere') {
		return ['a copy of this workflow is published there', 'Unpublish the copy there.', `${REPLACE} ${SAME_N8N}`];
	}
	if (owner === 'sameN8n') {
		const whose = "another workflow's trigger in this n8n holds it";
		return [whose, `Unpublish the other workflow. Or set ${below}.`];
	}
	return ['this trigger does not own that address', `Set ${below}.`];
}

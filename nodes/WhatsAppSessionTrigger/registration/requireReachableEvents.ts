import { redactSecrets } from '../../shared/cloudApi/errors/redactSecrets';
import { InvalidInputError } from '../../shared/domain/InvalidInputError';
import { TRIGGER_EVENTS } from '../choice/triggerEvents';
import type { Registration } from './Registration';
import type { RegistrationState } from './RegistrationState';

/** Meta posts these to the address of the app, whatever overrides there are. */
const APP_EVENTS = ['optInChange', 'templateChange', 'accountChange'];

const LEVEL_NAMES = { app: 'App', businessAccount: 'WhatsApp Business Account', phoneNumber: 'Phone Number' };

/**
 * Refuses events that could never come to a trigger below the app, because the app's callback is somebody else's.
 *
 * @throws {InvalidInputError} with the events, the address that they go to, and the ways out
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/override (read 2026-06)
 */
export function requireReachableEvents({ level, events }: Registration, { app }: RegistrationState): void {
	const lost = TRIGGER_EVENTS.filter(({ value }) => APP_EVENTS.includes(value) && events.includes(value));
	if (lost.length === 0) return;
	const names = lost.map(({ name }) => `'${name}'`).join(' and ');
	throw new InvalidInputError(
		'Events',
		`${names} can never start this workflow at the level '${LEVEL_NAMES[level]}': Meta posts that to the address of ` +
			`the app, which is ${redactSecrets(app?.callbackUrl ?? '')}.`,
		`Set 'Registration Level' to App, or remove ${names} from 'Events'.`,
	);
}

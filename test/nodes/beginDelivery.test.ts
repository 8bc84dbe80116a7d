import type { IWebhookFunctions } from 'n8n-workflow';

import { toSessionCredentials } from '../../nodes/shared/n8n/account/readCredentials';
import { parseWebhook } from '../../nodes/shared/webhook/parsing/parseWebhook';
import { beginDelivery } from '../../nodes/WhatsAppSessionTrigger/delivery/beginDelivery';
import messages from '../fixtures/webhooks/messages.json';
import { openStage, PHONE_NUMBER_ID, type Stage } from '../support/openStage';

const RECEIVED_AT_MS = Date.UTC(2026, 10, 26, 12);
/** A trigger whose sender has hung up before the webhook could be recorded. */
const HUNG_UP = {
	getMode: () => 'webhook',
	getNode: () => ({ id: 'node' }),
	getWorkflow: () => ({ id: 'workflow' }),
	getResponseObject: () => ({ destroyed: true }),
} as unknown as IWebhookFunctions;

describe('a webhook whose sender has hung up by then', () => {
	let stage: Stage;
	beforeEach(async () => void (stage = await openStage()));
	afterEach(async () => await stage.close());

	const { events } = parseWebhook(messages.text, RECEIVED_AT_MS);
	const users = events.flatMap((event) => ('user' in event ? [event.user] : []));
	const deliver = async (eventIds: string[]) => {
		const credentials = toSessionCredentials(stage.credential);
		return await beginDelivery(HUNG_UP, { credentials, events, eventIds, mayAnswer: false });
	};

	it('is left for its redelivery when somebody waits for its events', async () => {
		expect(await deliver(events.map(({ eventId }) => eventId))).toEqual({ state: 'abandoned' });
		expect(await stage.store.findSessions([{ phoneNumberId: PHONE_NUMBER_ID, user: users[0]! }])).toEqual([undefined]);
	});

	it('is recorded all the same when nobody chose to see it, since nothing can start twice', async () => {
		expect(await deliver([])).toMatchObject({ state: 'recorded', leased: [] });
		expect(await stage.store.findSessions([{ phoneNumberId: PHONE_NUMBER_ID, user: users[0]! }])).not.toEqual([undefined]);
	});
});

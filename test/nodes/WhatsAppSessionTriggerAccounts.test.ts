import { WhatsAppSessionTrigger } from '../../nodes/WhatsAppSessionTrigger/WhatsAppSessionTrigger.node';
import messages from '../fixtures/webhooks/messages.json';
import preferences from '../fixtures/webhooks/user_preferences.json';
import { BUSINESS_ACCOUNT_ID, openStage, type Stage } from '../support/openStage';
import { postWebhook } from '../support/postWebhook';
import { runTrigger, type RunningTrigger } from '../support/runTrigger';
import { setDate } from '../support/setDate';
import { toWebhook } from '../support/toWebhook';

const ANA = { waId: '15551230001' };
const ANA_NOW = { waId: '15551230009' };

let stage: Stage;
let trigger: RunningTrigger;

beforeEach(async () => {
	setDate(1_763_800_001_000);
	stage = await openStage();
	trigger = await runTrigger({
		node: new WhatsAppSessionTrigger(),
		readCredential: () => stage.credential,
		parameters: { events: ['message', 'optInChange'] },
	});
});
afterEach(async () => {
	jest.useRealTimers();
	await trigger.close();
	await stage.close();
});

const withoutAccount = ({ entry }: { entry?: unknown }) => ({
	entry: (entry as object[]).map((part) => ({ ...part, id: undefined })),
});
const marketingOf = async (user: { waId: string }) =>
	(await stage.store.findConsent(BUSINESS_ACCOUNT_ID, [user])).map(({ marketing }) => marketing);

describe('an entry that names no account belongs to that of the credential:', () => {
	it('a stop withholds marketing', async () => {
		await postWebhook(trigger.url, withoutAccount(preferences.stop));
		expect(await marketingOf(ANA)).toEqual(['optedOut']);
		expect(trigger.executions[0]?.[0]?.json).toMatchObject({
			businessAccountId: BUSINESS_ACCOUNT_ID,
			session: { consent: { marketing: 'optedOut' } },
		});
	});

	it('a failure because of a stop (131050) withholds marketing', async () => {
		const errors = [{ code: 131050, title: 'User stopped' }];
		const status = { id: 'wamid.out', status: 'failed', timestamp: '1763800000', recipient_id: ANA.waId, errors };
		await postWebhook(trigger.url, withoutAccount(toWebhook({ statuses: [status] })));
		expect(await marketingOf(ANA)).toEqual(['optedOut']);
	});

	it('a new number takes the stop along', async () => {
		await postWebhook(trigger.url, preferences.stop);
		await postWebhook(trigger.url, withoutAccount(messages.systemNumberChanged));
		expect(await marketingOf(ANA_NOW)).toEqual(['optedOut']);
	});
});

import { WhatsAppSessionTrigger } from '../../nodes/WhatsAppSessionTrigger/WhatsAppSessionTrigger.node';
import { openSqliteStore } from '../../nodes/shared/store/sqlite/openSqliteStore';
import management from '../fixtures/webhooks/management.json';
import messages from '../fixtures/webhooks/messages.json';
import { BUSINESS_ACCOUNT_ID, openStage, type Stage } from '../support/openStage';
import { postWebhook } from '../support/postWebhook';
import { runTrigger, type RunningTrigger } from '../support/runTrigger';
import { setDate } from '../support/setDate';

/** A while after the instant that the fixtures name. */
const NOW_MS = 1_763_800_000_000 + 90_000;
const CHANGE = { businessAccountId: BUSINESS_ACCOUNT_ID, templateId: '500000000000001', atMs: NOW_MS };
const ACCEPTED = { status: 200, text: 'EVENT_RECEIVED' };

let stage: Stage;
const running: RunningTrigger[] = [];

beforeEach(async () => {
	stage = await openStage();
	setDate(NOW_MS);
});
afterEach(async () => {
	jest.useRealTimers();
	await Promise.all(running.splice(0).map(async (trigger) => await trigger.close()));
	await stage.close();
});

async function open(...events: string[]): Promise<RunningTrigger> {
	const node = new WhatsAppSessionTrigger();
	const trigger = await runTrigger({ node, readCredential: () => stage.credential, parameters: { events } });
	running.push(trigger);
	return trigger;
}

const changesOnRecord = async () => await stage.store.findTemplateChanges(BUSINESS_ACCOUNT_ID, 0);

describe('what Meta reports about a template', () => {
	test.each([
		['a pause', management.templatePaused],
		['an approval', management.templateApproved],
		['a quality', management.templateQuality],
		['a content', management.templateComponents],
		['a category to come', management.templateCategoryNotice],
		['a category in force', management.templateCategoryDone],
	])('is in the store, dated by its arrival, also when nobody chose Template Change: %s', async (_, webhook) => {
		const trigger = await open('message');
		expect(await postWebhook(trigger.url, webhook)).toEqual(ACCEPTED);
		expect(trigger).toMatchObject({ executions: [], failures: [] });
		expect(await changesOnRecord()).toEqual([CHANGE]);
	});

	it('is in the store when the workflow starts with it as well', async () => {
		const trigger = await open('templateChange');
		await postWebhook(trigger.url, management.templatePaused);
		expect(trigger.executions[0]?.[0]?.json).toMatchObject({ event: 'templateChange' });
		expect(await changesOnRecord()).toEqual([CHANGE]);
	});

	it('is known to everybody who has the same store open', async () => {
		const other = openSqliteStore({ path: String(stage.credential.embeddedStorePath) });
		await postWebhook((await open('message')).url, management.templatePaused);
		expect(await other.findTemplateChanges(BUSINESS_ACCOUNT_ID, NOW_MS)).toEqual([CHANGE]);
		await other.close();
	});

	it('belongs to the account of the credential when it names none', async () => {
		const [entry] = management.templatePaused.entry;
		await postWebhook((await open('message')).url, { entry: [{ ...entry, id: undefined }] });
		expect(await changesOnRecord()).toEqual([CHANGE]);
	});

	it('stays out of the store when somebody else has signed it', async () => {
		const { url } = await open('message');
		expect(await postWebhook(url, management.templatePaused, { appSecret: 'wrong' })).toMatchObject({ status: 401 });
		expect(await changesOnRecord()).toEqual([]);
	});

	it('is nothing in a webhook about anything else', async () => {
		const { url } = await open('message');
		for (const webhook of [messages.text, management.accountUpdate]) await postWebhook(url, webhook);
		expect(await changesOnRecord()).toEqual([]);
	});
});

import { rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

import { MEDIA_ID_USED_MS } from '../../nodes/shared/n8n/files/openFileUploads';
import { binaryData } from '../support/binaryData';
import { PHONE_NUMBER_ID } from '../support/openStage';
import { byName, filled, openTemplateStage, toBinary, type TemplateStage } from '../support/openTemplateStage';
import { setDate } from '../support/setDate';
import { startGraphProxy, type GraphProxy } from '../support/startGraphProxy';

const SENT = 0;
const DAY_SECONDS = 24 * 60 * 60;
const SECOND_NUMBER_ID = '106540352242923';
const NUMBERS = [
	{ id: PHONE_NUMBER_ID, displayPhoneNumber: '+1 555 010 0001', verifiedName: 'Sample Shop' },
	{ id: SECOND_NUMBER_ID, displayPhoneNumber: '+1 555 010 0002', verifiedName: 'Sample Shop 2' },
];
const RECEIPT = {
	name: 'receipt',
	components: [
		{ type: 'HEADER', format: 'DOCUMENT' },
		{ type: 'BODY', text: 'Hello {{1}}, here is your receipt.' },
	],
};
const receipt = (header_media = 'data') => ({ ...byName('receipt'), ...filled({ header_media, body_1: 'Ada' }) });
const GO_ON = { settings: { onError: 'continueRegularOutput' } } as const;

let stage: TemplateStage;

beforeEach(async () => {
	stage = await openTemplateStage({ phoneNumbers: NUMBERS });
	stage.simulator.setSettings({ throughputPerSecond: 100_000, statuses: 'none' });
	stage.simulator.putTemplate(RECEIPT);
});
afterEach(async () => {
	jest.useRealTimers();
	await stage.close();
});

/** An item to a person of its own, with a file of its own; what the files hold is the same. */
const itemTo = (person: number, content = 'a receipt', more: object = {}) => ({
	recipient: `+1202555${String(person).padStart(4, '0')}`,
	binary: { data: toBinary(content) },
	...more,
});
const itemsTo = (people: number, content?: string) => Array.from({ length: people }, (_, person) => itemTo(person, content));
const uploads = () => stage.simulator.state().uploadedFiles;
const attempts = () => stage.simulator.sent();
const accepted = () => attempts().filter(({ status }) => status !== 'refused');

function mediaIds(): string[] {
	return accepted().map(({ content }) => {
		const [header] = content.components as Array<{ parameters: Array<{ document: { id: string } }> }>;
		return header?.parameters[0]?.document.id ?? '';
	});
}

describe('a file for many people', () => {
	test('goes up once for a thousand items, and not at all in the next run', async () => {
		const { outputs, error } = await stage.send(receipt(), itemsTo(1000));
		expect(error).toBeUndefined();
		expect(outputs[SENT]).toHaveLength(1000);
		expect(uploads()).toBe(1);
		expect(new Set(mediaIds()).size).toBe(1);

		await stage.send(receipt(), itemsTo(3));
		expect(accepted()).toHaveLength(1003);
		expect(uploads()).toBe(1);
		expect(new Set(mediaIds()).size).toBe(1);
	}, 60_000);

	test('goes up once when two executions send it at the same time', async () => {
		await Promise.all([stage.send(receipt(), itemsTo(5)), stage.send(receipt(), [itemTo(7)])]);
		expect(accepted()).toHaveLength(6);
		expect(uploads()).toBe(1);
	});

	test('goes up once from the files that n8n keeps on disk, each of which is read once for its digest', async () => {
		await binaryData.init();
		const reads = jest.spyOn(binaryData, 'getAsStream');
		const place = { type: 'execution', workflowId: 'test-workflow', executionId: '1' } as const;
		const store = async () => await binaryData.store(place, Buffer.from('a receipt'), toBinary(''));
		const [first, second] = [await store(), await store()];
		const items = [first, second, first].map((data, person) => itemTo(person, '', { binary: { data } }));
		const { error } = await stage.send(receipt(), items);

		expect(error).toBeUndefined();
		expect(first.id).not.toBe(second.id);
		// The head of each item's file, two digests and one upload.
		expect(reads.mock.calls.length).toBeLessThanOrEqual(items.length + 2 + 1);
		reads.mockRestore();
		expect(accepted()).toHaveLength(3);
		expect(uploads()).toBe(1);
	});

	test.each<[what: string, other: object]>([
		['another content', itemTo(2, 'another receipt')],
		['another type', itemTo(2, '', { binary: { data: toBinary('a receipt', { mimeType: 'text/plain' }) } })],
		['another business number', itemTo(2, 'a receipt', { phoneNumberId: SECOND_NUMBER_ID })],
	])('goes up once more with %s', async (_, other) => {
		const { error } = await stage.send(receipt(), [itemTo(1), other]);
		expect(error).toBeUndefined();
		expect(uploads()).toBe(2);
		expect(new Set(mediaIds()).size).toBe(2);
	});

	test('keeps its media ID under another name, which the message carries', async () => {
		const other = itemTo(2, '', { binary: { data: toBinary('a receipt', { fileName: 'yours.pdf' }) } });
		await stage.send(receipt(), [itemTo(1), other]);
		expect(uploads()).toBe(1);
		expect(JSON.stringify(accepted()[1]?.content)).toContain('yours.pdf');
	});
});

describe('a remembered media ID', () => {
	test.each([
		['is used until a day before Meta lets it go', -1, 1],
		['is not used any more from a day before Meta lets it go', 0, 2],
	])('%s', async (_, afterMs, expected) => {
		const nowMs = Date.now();
		setDate(nowMs);
		await stage.send(receipt(), [itemTo(1)]);
		setDate(nowMs + MEDIA_ID_USED_MS + afterMs);
		const { error } = await stage.send(receipt(), [itemTo(2)]);
		expect(error).toBeUndefined();
		expect(new Set(mediaIds()).size).toBe(expected);
	});

	test('that Meta has let go is forgotten: the file goes up once more for all, and every message goes out once', async () => {
		await stage.send(receipt(), [itemTo(0)]);
		stage.simulator.setClock({ offsetSeconds: 31 * DAY_SECONDS });
		const { outputs, error } = await stage.send(receipt(), itemsTo(30));

		expect(error).toBeUndefined();
		expect(outputs[SENT]).toHaveLength(30);
		expect(accepted()).toHaveLength(31);
		expect(uploads()).toBe(2);
		await stage.send(receipt(), [itemTo(40)]);
		expect(uploads()).toBe(2);
		expect(new Set(mediaIds().slice(1)).size).toBe(1);
	});

	test('that was deleted at Meta is forgotten as well', async () => {
		await stage.send(receipt(), [itemTo(1)]);
		const headers = { Authorization: 'Bearer simulator-access-token' };
		await fetch(`${stage.simulator.url}/v25.0/${mediaIds()[0]}`, { method: 'DELETE', headers });
		const { error } = await stage.send(receipt(), [itemTo(2)]);

		expect(error).toBeUndefined();
		expect(accepted()).toHaveLength(2);
		expect(uploads()).toBe(1);
	});

	test('is tried once more and no further when Meta refuses the new one, too; other items do not try again', async () => {
		await stage.send(receipt(), [itemTo(0)]);
		stage.simulator.failNext({ mode: 'error', code: 131053, count: 4 });
		// Items of one person go one after another.
		const items = [1, 2, 3].map(() => itemTo(1));
		const { outputs } = await stage.send(receipt(), items, GO_ON);

		expect(outputs[1]?.map(({ json }) => json.error)).toEqual(Array(3).fill(expect.stringContaining('131053')));
		expect(attempts()).toHaveLength(1 + 4);
		expect(accepted()).toHaveLength(1);
		expect(uploads()).toBe(2);
	});

	test('costs one upload in vain, however many items are refused at the same time', async () => {
		await stage.send(receipt(), [itemTo(0)]);
		stage.simulator.failNext({ mode: 'error', code: 131053, count: 1000 });
		const { outputs } = await stage.send(receipt(), itemsTo(100), GO_ON);

		expect(outputs[1]).toHaveLength(100);
		expect(uploads()).toBe(2);
	});

	test.each([
		['speaks of something else', { mode: 'error', code: 132012 } as const, 'refused'],
		['does not say that nothing was sent', { mode: 'graph500' } as const, 'undecided'],
	])('is kept and nothing is sent again when the refusal %s', async (_, failure, outcome) => {
		await stage.send(receipt(), [itemTo(0)]);
		stage.simulator.failNext(failure);
		const { outputs, error } = await stage.send(receipt(), [itemTo(1)]);

		const notSent = outputs[1]?.[0]?.json.notSent as { reason?: string } | undefined;
		expect(error ? 'refused' : notSent?.reason).toBe(outcome);
		expect(attempts()).toHaveLength(1 + 1);
		await stage.send(receipt(), [itemTo(2)]);
		expect(uploads()).toBe(1);
	});

	test('of the builder is not doubted: the error is Meta’s', async () => {
		const { error } = await stage.send(receipt('1234567890123456'), [itemTo(1)]);
		expect(error?.message).toContain('131009');
		expect(uploads()).toBe(0);
	});
});

describe('an upload', () => {
	let proxy: GraphProxy;
	beforeEach(async () => {
		proxy = await startGraphProxy(stage.simulator.url);
		stage.credential.graphApiBaseUrl = proxy.url;
	});
	afterEach(async () => await proxy.close());
	const tries = () => proxy.changes().filter((change) => change.endsWith('/media')).length;

	test('that Meta refuses is refused to all items of the run, and is begun anew by the next one', async () => {
		const badTo = (person: number) => itemTo(person, '', { binary: { data: toBinary('?', { mimeType: 'model/gltf' }) } });
		const { outputs } = await stage.send(receipt(), [1, 1, 2, 2].map(badTo), GO_ON);
		expect(outputs[1]?.map(({ json }) => json.error)).toEqual(Array(4).fill(expect.stringContaining('131053')));
		expect(tries()).toBe(1);

		await stage.send(receipt(), [badTo(1)]);
		expect(tries()).toBe(2);
	});

	test.each([
		['breaks off', 'reset' as const],
		['Meta fails at', { code: 131000, message: 'Something went wrong', httpStatus: 500 }],
	])('that %s is repeated, and reaches everybody', async (_case, failure) => {
		proxy.interfere = ({ path }) => (path.endsWith('/media') && tries() === 1 ? failure : undefined);
		const { outputs, error } = await stage.send(receipt(), itemsTo(12));
		expect(error).toBeUndefined();
		expect(outputs[SENT]).toHaveLength(12);
		expect(tries()).toBe(2);
	});

	test('that gets an answer nobody can read sends nothing, and is begun anew by the next item', async () => {
		proxy.interfere = ({ path }) => (path.endsWith('/media') && tries() === 1 ? { answer: {} } : undefined);
		const { outputs } = await stage.send(receipt(), [itemTo(1), itemTo(1), itemTo(1)], GO_ON);
		expect(outputs[1]?.map(({ json }) => json.error)).toEqual([expect.stringContaining('WhatsApp')]);
		expect(outputs[SENT]).toHaveLength(2);
		expect(tries()).toBe(2);
	});

	test('carries its name and type, and the type once more as Meta wants it', async () => {
		await stage.send(receipt(), [itemTo(1)]);
		const { body } = proxy.requests.find(({ path }) => path.endsWith('/media')) ?? { body: '' };
		expect(body).toContain('Content-Disposition: form-data; name="messaging_product"\r\n\r\nwhatsapp\r\n');
		expect(body).toContain('name="type"\r\n\r\napplication/pdf\r\n');
		expect(body).toContain('name="file"; filename="order.pdf"\r\nContent-Type: application/pdf\r\n\r\na receipt\r\n');
	});

	test('of a file that n8n does not have any more is refused, and the other items go out', async () => {
		await binaryData.init();
		const place = { type: 'execution', workflowId: 'test-workflow', executionId: '2' } as const;
		const data = await binaryData.store(place, Buffer.from('gone'), toBinary(''));
		rmSync(binaryData.getPath(data.id ?? ''));
		const { outputs } = await stage.send(receipt(), [itemTo(1, '', { binary: { data } }), itemTo(2)], GO_ON);

		expect(outputs[1]?.[0]?.json.error).toMatch(/The file 'data' of the item cannot be read: n8n does not have it any more\./);
		expect(outputs[SENT]).toHaveLength(1);
		expect(uploads()).toBe(1);
	});

	test('that cannot be recorded lets the message go out all the same', async () => {
		await stage.store.findMedia([], 0);
		const database = new DatabaseSync(String(stage.credential.embeddedStorePath));
		database.exec(`CREATE TRIGGER no_media BEFORE INSERT ON media BEGIN SELECT RAISE(ABORT, 'no'); END`);
		database.close();
		const { error } = await stage.send(receipt(), itemsTo(3));

		expect(error).toBeUndefined();
		expect(accepted()).toHaveLength(3);
		expect(uploads()).toBe(1);
	});
});

describe('an opt-out that comes in while a file goes up', () => {
	test('keeps the message back', async () => {
		stage.simulator.putTemplate({ ...RECEIPT, name: 'brochure', category: 'MARKETING' });
		const proxy = await startGraphProxy(stage.simulator.url);
		const businessAccountId = String(stage.credential.businessAccountId);
		const item = itemTo(1);
		proxy.interfere = async ({ path }) => {
			if (!path.endsWith('/media')) return undefined;
			const user = { waId: item.recipient.slice(1) };
			const choice = { businessAccountId, user, kind: 'marketing', state: 'optedOut', source: 'test', evidence: '', atMs: Date.now() } as const;
			await stage.store.recordConsent([choice]);
			return undefined;
		};
		const more = { credential: { ...stage.credential, graphApiBaseUrl: proxy.url } };
		const { outputs } = await stage.send({ ...receipt(), ...byName('brochure') }, [item], more);
		await proxy.close();

		expect(outputs[1]?.[0]?.json).toMatchObject({ notSent: { reason: 'optedOut' }, session: { consent: { marketing: 'optedOut' } } });
		expect(attempts()).toEqual([]);
	});
});

import { readFileSync } from 'node:fs';

import type { Browser, Locator, Page } from 'playwright-core';

import { openBrowser } from '../../scripts/editor/openBrowser';
import { waitUntil } from '../../scripts/n8n/waitUntil';
import { openReceiver } from '../simulator/openReceiver';
import { ADA, DAY_MS, NUMBER_ID, openStage, type Stage } from '../simulator/openStage';

const UTILITY = { to: ADA, type: 'template', template: { name: 'hello_world', language: { code: 'en_US' } } };
const TEXT = { to: ADA, type: 'text', text: { body: 'Hi' } };
const BRUNO = '5511987654321';
const HOUR_MS = 60 * 60 * 1000;
const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 900 };

const interactive = (to: string, type: string, action: object) => ({ to, type: 'interactive', interactive: { type, body: { text: 'When shall we come?' }, action } });
const times = (to: string) =>
	interactive(to, 'button', { buttons: ['Monday', 'Tuesday'].map((title) => ({ type: 'reply', reply: { id: title.toLowerCase(), title } })) });
const list = (to: string) => interactive(to, 'list', { button: 'See times', sections: [{ title: 'Morning', rows: [{ id: '9', title: '9:00', description: 'Our own van' }] }] });

let browser: Browser;
let stage: Stage;
let page: Page;
const pageErrors: string[] = [];

beforeAll(async () => {
	browser = await openBrowser();
});
afterAll(async () => await browser?.close());
afterEach(() => expect(pageErrors).toEqual([]));

async function openPage(viewport: { width: number; height: number }, colorScheme: 'light' | 'dark'): Promise<void> {
	page = await browser.newPage({ viewport, colorScheme, locale: 'en-US', timezoneId: 'UTC' });
	page.on('pageerror', ({ message }) => pageErrors.push(message));
	await page.goto(stage.simulator.url);
	await person('Ada Brown').waitFor();
}

const person = (name: string): Locator => page.getByRole('listbox', { name: 'People' }).getByRole('option', { name });
const conversation = (): Locator => page.getByRole('region', { name: 'Conversation' });

/** Words of the element that has the focus: its name, or what is written in it. */
const focused = async (): Promise<string> =>
	await page.evaluate("document.activeElement.getAttribute('aria-label') || document.activeElement.innerText.replace(/\\s+/g, ' ') || document.activeElement.tagName");

/** Presses a key until the focus is on something, as somebody does who cannot see the page. */
async function pressUntil(key: string, words: string, most = 12): Promise<void> {
	const met: string[] = [];
	for (let presses = 0; presses < most; presses += 1) {
		await page.keyboard.press(key);
		const now = await focused();
		if (now.includes(words)) return;
		met.push(now);
	}
	throw new Error(`${most} times ${key} did not lead to "${words}", but to: ${met.join(', ')}`);
}

/** Lets time pass that nobody can wait for. */
function passTime(ms: number): void {
	stage.time.nowMs += ms;
}

describe("what the simulator's page says of costs", () => {
	beforeAll(async () => {
		stage = await openStage();
		await openPage(PHONE, 'dark');
	});
	afterAll(async () => {
		await page.close();
		await stage.close();
	});

	/** Says how many messages of a month are free, as a person does, and waits until the field and the simulator agree. */
	async function setFree(count: string, becomes = count): Promise<void> {
		const field = page.getByLabel('free service messages in a month');
		await field.fill(count);
		await field.press('Enter');
		const look = async () => (await field.inputValue()) === becomes && stage.simulator.state().settings.freeServiceMessages === Number(becomes);
		await waitUntil(look, { what: `${becomes} free messages after ${JSON.stringify(count)}` });
	}

	test('a table with headings for each number and month, and the free ones that are used', async () => {
		await page.getByText('Nothing yet.', { exact: true }).waitFor();
		await setFree('2');
		stage.simulator.write({ from: ADA, text: 'Hello' });
		for (const message of [TEXT, UTILITY, TEXT, TEXT]) {
			await stage.send(message);
			await stage.simulator.idle();
		}
		const table = page.getByRole('table', { name: 'October 2026, +1 555 010 0001' });
		const row = (name: string) => table.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) }).getByRole('cell').allInnerTexts();
		await table.getByRole('rowheader', { name: 'All' }).waitFor();
		await waitUntil(async () => String(await row('All')) === '4,4,2,2', { what: 'all four messages to be counted' });
		await page.getByText('2 of 2 free service messages used').waitFor();
		expect(await table.getByRole('columnheader').allInnerTexts()).toEqual(['Category', 'Sent', 'Delivered', 'Free', 'Charged']);
		expect(await row('service')).toEqual(['3', '3', '2', '1']);
		expect(await row('utility')).toEqual(['1', '1', '0', '1']);
		expect(await page.getByLabel('2 of 2 free service messages used').evaluate(({ tagName }) => tagName)).toBe('METER');
	});

	test('each message and each person has its own', async () => {
		await page.getByText('2 free, 2 charged (1 utility, 1 service)').waitFor();
		expect(await conversation().locator('.price').allInnerTexts()).toEqual(['service, free', 'utility, charged', 'service, free', 'service, charged']);
	});

	test('another number of free messages is taken, and why one is not', async () => {
		await setFree('5');
		await page.getByText('2 of 5 free service messages used').waitFor();
		await setFree('-1', '5');
		await page.getByText('"freeServiceMessages" must be a number of at least 0.').waitFor();
		await setFree('', '5');
		expect(await page.getByRole('alert').isVisible()).toBe(false);
	});
});

describe("a conversation on the simulator's page", () => {
	beforeEach(async () => {
		stage = await openStage({ retryPausesMs: [] });
		stage.simulator.setSettings({ pairRate: false });
	});
	afterEach(async () => {
		await page.close();
		await stage.close();
	});

	test('says where its webhooks go: to the address of the number, else to that of the app', async () => {
		const ofNumber = await openReceiver();
		const override = async (url: string) =>
			await stage.call('POST', `/v25.0/${NUMBER_ID}`, { webhook_configuration: { override_callback_uri: url, verify_token: 'verify me' } });
		await openPage(DESKTOP, 'light');
		await page.getByText(`Webhooks go to ${stage.receiver.url}`, { exact: true }).waitFor();
		await override(ofNumber.url);
		await page.getByText(`Webhooks go to ${ofNumber.url}`, { exact: true }).waitFor();
		await override('');
		await page.getByText(`Webhooks go to ${stage.receiver.url}`, { exact: true }).waitFor();
		await ofNumber.close();
	});

	test('goes from beginning to end by the keyboard alone', async () => {
		await openPage(DESKTOP, 'light');
		await pressUntil('Tab', 'Ada Brown');
		await page.keyboard.press('ArrowDown');
		expect(await focused()).toContain('Bruno Conceição');
		await page.getByRole('heading', { name: 'About Bruno Conceição' }).waitFor();
		await page.keyboard.press('Enter');
		expect(await focused()).toBe('Message');
		await page.keyboard.type('When will you come?');
		await page.keyboard.press('Enter');
		await conversation().getByText('When will you come?').waitFor();
		expect(await focused()).toBe('Message');

		await stage.send(times(BRUNO));
		await page.getByRole('status').getByText('Example Shop: When shall we come?').waitFor();
		await pressUntil('Shift+Tab', 'Tuesday', 3);
		await page.keyboard.press('Enter');
		await conversation().getByRole('article', { name: 'Bruno Conceição' }).getByText('Tuesday', { exact: true }).waitFor();
		expect(stage.receivedOf('messages').at(-1)).toMatchObject({ interactive: { button_reply: { id: 'tuesday' } } });

		// What comes in meanwhile leaves the focus where it was.
		await stage.send({ to: BRUNO, type: 'text', text: { body: 'See you on Tuesday.' } });
		await page.getByRole('status').getByText('Example Shop: See you on Tuesday.').waitFor();
		expect(await focused()).toBe('Tuesday');
		await pressUntil('Tab', 'Message', 3);
	});

	test('of a group has a window and a place of its own, and says who wrote', async () => {
		const group = stage.simulator.putGroup({ subject: 'Balcony club', members: [ADA, BRUNO] });
		stage.simulator.write({ from: BRUNO, text: 'Who waters the fern?', groupId: group.id });
		await openPage(DESKTOP, 'light');
		await person('Balcony club').click();
		await page.getByRole('heading', { name: 'About Balcony club' }).waitFor();
		await page.getByText('24 h left').waitFor();
		await conversation().getByRole('article', { name: 'Bruno Conceição' }).getByText('Who waters the fern?').waitFor();
		expect(await page.getByRole('button', { name: 'Call' }).isDisabled()).toBe(true);

		await page.getByRole('textbox', { name: 'Message', exact: true }).fill('I do.');
		await page.getByRole('button', { name: 'Send' }).click();
		await page.getByRole('textbox', { name: 'Who writes in Balcony club?' }).press('Enter');
		await conversation().getByRole('article', { name: 'Ada Brown' }).getByText('I do.').waitFor();
		expect(stage.receivedOf('messages').at(-1)).toMatchObject({ from: ADA, group_id: group.id, text: { body: 'I do.' } });

		await stage.send({ ...TEXT, recipient_type: 'group', to: group.id });
		await page.getByRole('status').getByText('Example Shop: Hi').waitFor();
		await person('Ada Brown').click();
		await page.getByText('Window closed').waitFor();
		expect(await conversation().getByRole('article').count()).toBe(0);
	});

	test('opens a list, fills in a form and gives it up by the keyboard', async () => {
		await openPage(DESKTOP, 'light');
		stage.simulator.write({ from: ADA, text: 'Hello' });
		await stage.send(list(ADA));
		await page.getByText('See times', { exact: true }).waitFor();
		await page.getByRole('textbox', { name: 'Message' }).focus();
		await pressUntil('Shift+Tab', 'See times', 3);
		await page.keyboard.press('Enter');
		await pressUntil('Tab', '9:00', 1);
		await page.keyboard.press('Enter');
		await conversation().getByRole('article', { name: 'Ada Brown' }).getByText('9:00', { exact: true }).waitFor();

		await page.getByRole('button', { name: 'New number' }).focus();
		await page.keyboard.press('Enter');
		expect(await page.getByRole('textbox', { name: 'New phone number of Ada Brown' }).inputValue()).toBe(`+${ADA}`);
		await page.keyboard.press('Escape');
		expect(await focused()).toBe('New number');
		expect(stage.simulator.state().people.map(({ waId }) => waId)).toContain(ADA);
		await page.keyboard.press('Enter');
		await page.getByRole('textbox', { name: 'New phone number of Ada Brown' }).fill('+1 202 555 0188');
		await page.keyboard.press('Enter');
		await page.getByText('+12025550188').first().waitFor();
	});

	test('has a focus that can be seen at every stop, in the order of the page', async () => {
		await openPage(DESKTOP, 'dark');
		stage.simulator.write({ from: ADA, text: 'Hello' });
		await stage.send(times(ADA));
		await page.getByRole('button', { name: 'Tuesday' }).waitFor();
		const stops: Array<[room: string, outline: string]> = [];
		for (let stop = 0; stop < 60; stop += 1) {
			await page.keyboard.press('Tab');
			const met = await page.evaluate(
				"(({ activeElement: on }) => on === document.body ? null : [on.closest('header, nav, main, aside')?.tagName ?? '', getComputedStyle(on).outlineStyle + ' ' + getComputedStyle(on).outlineWidth])(document)",
			);
			if (met === null) break;
			stops.push(met as [string, string]);
		}
		expect([...new Set(stops.map(([, outline]) => outline))]).toEqual(['solid 3px']);
		const rooms = stops.map(([room]) => room);
		expect(rooms.filter((room, index) => room !== rooms[index - 1])).toEqual(['', 'HEADER', 'NAV', 'MAIN', 'ASIDE']);
		expect(stops.length).toBeGreaterThan(30);
	});

	test('begins on the first screen of a phone, with all that is needed to write', async () => {
		stage.simulator.write({ from: ADA, text: 'Hello' });
		for (let count = 0; count < 12; count += 1) await stage.send(times(ADA));
		await openPage(PHONE, 'light');
		await page.getByRole('button', { name: 'Tuesday' }).last().waitFor();
		const boxes = await Promise.all([person('Ada Brown'), page.getByText('24 h left'), conversation(), page.getByRole('textbox', { name: 'Message' }), page.getByRole('button', { name: 'Send' })].map((part) => part.boundingBox()));
		for (const box of boxes) {
			expect(box!.x).toBeGreaterThanOrEqual(0);
			expect(box!.x + box!.width).toBeLessThanOrEqual(PHONE.width);
			expect(box!.y + box!.height).toBeLessThanOrEqual(PHONE.height);
		}
		expect(boxes[2]!.height).toBeGreaterThan(PHONE.height / 2);
		expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
	});

	test('shows the window as a ring that runs down, with the time that is left', async () => {
		stage.simulator.write({ from: ADA, text: 'Hello' });
		passTime(6 * HOUR_MS);
		await openPage(DESKTOP, 'light');
		const rest = page.locator('#ring .rest');
		await page.getByText('18 h left').waitFor();
		expect(await rest.getAttribute('stroke-dasharray')).toBe('75 100');
		passTime(17.5 * HOUR_MS);
		await page.getByText('30 min left').waitFor();
		expect(await rest.getAttribute('stroke-dasharray')).toBe('2.1 100');
		passTime(HOUR_MS);
		await page.getByText('Closed since Tue 09:00 AM. Only templates arrive').waitFor();
		expect(await rest.count()).toBe(0);
	});

	test('says of one window the same in the list and above the conversation, whenever it looks', async () => {
		passTime(20_000);
		stage.simulator.write({ from: ADA, text: 'Hello' });
		passTime(4 * 60_000 + 50_000);
		await openPage(DESKTOP, 'light');
		await page.locator('#left').getByText('23 h 56 min left').waitFor();
		// Within the same minute of the clock, and with something new for the list alone.
		passTime(30_000);
		await stage.send(TEXT);
		await person('Ada Brown').getByText('23 h 55 min').waitFor();
		expect(await page.locator('#left').innerText()).toBe('23 h 55 min left');
	});

	test('writes now again after a message or a call of the past, and as another person', async () => {
		await openPage(DESKTOP, 'light');
		const written = page.getByLabel('When it was written');
		const isNow = async () => await waitUntil(async () => (await written.inputValue()) === '0', { what: 'the next message to be of now' });
		const agesMs = () => stage.simulator.state().messages.map(({ atMs }) => stage.time.nowMs - atMs);
		const ageMs = 23 * HOUR_MS;

		await written.selectOption('23 hours ago');
		await page.getByRole('textbox', { name: 'Message' }).fill('Hello');
		await page.keyboard.press('Enter');
		await conversation().getByText('Hello').waitFor();
		await isNow();
		await page.getByRole('textbox', { name: 'Message' }).fill('Are you there?');
		await page.keyboard.press('Enter');
		await conversation().getByText('Are you there?').waitFor();
		expect(agesMs()).toEqual([ageMs, 0]);

		await written.selectOption('23 hours ago');
		await page.getByRole('button', { name: 'Call', exact: true }).click();
		await isNow();

		await written.selectOption('23 hours ago');
		await person('Ada Brown').click();
		expect(await written.inputValue()).toBe('23');
		await person('Bruno Conceição').click();
		expect(await written.inputValue()).toBe('0');
	});

	test('says in words why a message was not delivered or not taken, and with each day its date', async () => {
		stage.simulator.write({ from: ADA, text: 'Hello' });
		passTime(DAY_MS);
		await stage.send(TEXT);
		await stage.send({ ...TEXT, text: {} });
		await openPage(DESKTOP, 'light');
		await conversation().getByText('WhatsApp took this message and did not deliver it').waitFor();
		await conversation().getByText('131047 Re-engagement message').waitFor();
		await conversation().getByText('Parameter text.body is missing').waitFor();
		expect(await conversation().locator('.tick').allInnerTexts()).toEqual(['✕ not delivered', '✕ refused']);
		expect(await conversation().getByRole('heading').allInnerTexts()).toEqual(['Mon, Oct 12, 2026', 'Tue, Oct 13, 2026']);
	});

	test('has its webhooks in a log that can be filtered and read', async () => {
		stage.receiver.answers.push(200, 401);
		stage.receiver.answerBody = 'The signature does not match.';
		stage.simulator.write({ from: ADA, text: 'Grüße' });
		await stage.simulator.idle();
		stage.simulator.write({ from: BRUNO, text: 'Oi' });
		await stage.simulator.idle();
		await stage.send(TEXT);
		await stage.simulator.idle();
		await openPage(DESKTOP, 'light');
		const shown = () => page.locator('.hook .title').evaluateAll((titles) => titles.map((title) => (title as unknown as { firstChild: { data: string } }).firstChild.data));
		await page.getByText('5 of the last 5').waitFor();
		await page.getByLabel('Kind of webhook').selectOption('Messages of people');
		expect(await shown()).toEqual(['message (text) from Bruno Conceição', 'message (text) from Ada Brown']);
		await page.getByLabel('Answer to the webhook').selectOption('Refused or no answer');
		expect(await shown()).toEqual(['message (text) from Bruno Conceição']);
		await page.locator('.hook > summary').press('Enter');
		await page.getByText('“The signature does not match.”').waitFor();
		await page.getByLabel('Webhooks about').selectOption('Ada Brown');
		expect(await shown()).toEqual([]);
		await page.getByLabel('Answer to the webhook').selectOption('Answered 200');
		await page.locator('.hook > summary').press('Enter');
		expect(JSON.parse(await page.getByLabel('Body').innerText())).toMatchObject({ entry: [{ changes: [{ value: { messages: [{ text: { body: 'Grüße' } }] } }] }] });
		await page.getByLabel('Kind of webhook').selectOption('Statuses');
		expect(await shown()).toEqual(['status read', 'status delivered', 'status sent']);
	});

	test.each([
		['light', DESKTOP],
		['dark', DESKTOP],
		['light', PHONE],
		['dark', PHONE],
	] as const)('has nothing that axe would mend: %s, %p', async (colours, viewport) => {
		stage.simulator.write({ from: ADA, type: 'image', text: 'This corner' });
		for (const message of [times(ADA), list(ADA), UTILITY, TEXT, { ...TEXT, text: {} }]) await stage.send(message);
		stage.simulator.write({ from: BRUNO, text: 'Oi', agoHours: 23.5 });
		await stage.send({ ...TEXT, to: '12025550199' });
		await stage.simulator.idle();
		await openPage(viewport, colours);
		await person('Ada Brown').click();
		await page.getByText('See times', { exact: true }).click();
		await page.locator('.hook > summary').first().click();
		await page.getByLabel('Body').waitFor();
		await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
		const violations = async () => await page.evaluate('axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes[0].html))');
		expect(await violations()).toEqual([]);
		await page.getByRole('button', { name: 'Add a person' }).click();
		expect(await violations()).toEqual([]);
	});
});

import type { Browser, Page } from 'playwright-core';

import { openBrowser } from '../../scripts/editor/openBrowser';
import { waitUntil } from '../../scripts/n8n/waitUntil';
import { ADA, openStage, type Stage } from '../simulator/openStage';

const UTILITY = { to: ADA, type: 'template', template: { name: 'hello_world', language: { code: 'en_US' } } };
const TEXT = { to: ADA, type: 'text', text: { body: 'Hi' } };

describe("the simulator's page", () => {
	let stage: Stage;
	let browser: Browser;
	let page: Page;
	const pageErrors: string[] = [];

	beforeAll(async () => {
		stage = await openStage();
		browser = await openBrowser();
		page = await browser.newPage({ viewport: { width: 390, height: 844 }, colorScheme: 'dark', locale: 'en-US' });
		page.on('pageerror', ({ message }) => pageErrors.push(message));
		await page.goto(stage.simulator.url);
	});
	afterAll(async () => {
		await browser?.close();
		await stage?.close();
	});

	/** Says how many messages of a month are free, as a person does, and waits until the field and the simulator agree. */
	async function setFree(count: string, becomes = count): Promise<void> {
		const field = page.getByLabel('free service messages in a month');
		await field.fill(count);
		await field.press('Enter');
		const look = async () => (await field.inputValue()) === becomes && stage.simulator.state().settings.freeServiceMessages === Number(becomes);
		await waitUntil(look, { what: `${becomes} free messages after ${JSON.stringify(count)}` });
	}

	test('says what messages cost: a table with headings for each number and month, and the free ones that are used', async () => {
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
		await page.getByText('2 of 2 free service messages used').waitFor();
		expect(await table.getByRole('columnheader').allInnerTexts()).toEqual(['Category', 'Sent', 'Delivered', 'Free', 'Charged']);
		expect(await row('service')).toEqual(['3', '3', '2', '1']);
		expect(await row('utility')).toEqual(['1', '1', '0', '1']);
		expect(await row('All')).toEqual(['4', '4', '2', '2']);
		expect(await page.getByLabel('2 of 2 free service messages used').evaluate(({ tagName }) => tagName)).toBe('METER');
	});

	test('takes another number of free messages, and says why it does not take one', async () => {
		await setFree('5');
		await page.getByText('2 of 5 free service messages used').waitFor();
		await setFree('-1', '5');
		await page.getByText('"freeServiceMessages" must be a number of at least 0.').waitFor();
		await setFree('', '5');
		expect(await page.getByRole('alert').isVisible()).toBe(false);
	});

	test('fits the width of a phone', async () => {
		const wider = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
		expect(wider).toBe(0);
		expect(pageErrors).toEqual([]);
	});
});

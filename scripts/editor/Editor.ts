import { selectors, type Browser, type Locator, type Page } from 'playwright-core';
import { n8nOwner } from '../n8n/n8nOwner.ts';
import { openBrowser } from './openBrowser.ts';

const PATIENCE_MS = 20_000;

/** The size of the browser's window, in CSS pixels. */
export interface WindowSize {
	width: number;
	height: number;
}

/** The editor of an n8n in a browser, worked as a person does. */
export class Editor {
	readonly page: Page;
	/** What went wrong in the page and was not caught there, oldest first. */
	readonly pageErrors: string[] = [];
	/** The open node: its input, its parameters and its output. */
	readonly openedNode: Locator;
	private readonly browser: Browser;
	private readonly url: string;

	private constructor(browser: Browser, page: Page, url: string) {
		this.browser = browser;
		this.page = page;
		this.url = url;
		this.openedNode = page.getByTestId('ndv');
		page.setDefaultTimeout(PATIENCE_MS);
		page.on('pageerror', ({ message }) => this.pageErrors.push(message));
	}

	/**
	 * Opens a browser and signs in at the n8n at `url` as the owner of the demo.
	 *
	 * @throws {Error} when this machine has no Chromium
	 */
	static async open(url: string, viewport: WindowSize = { width: 1500, height: 950 }): Promise<Editor> {
		selectors.setTestIdAttribute('data-test-id');
		const browser = await openBrowser();
		const page = await browser.newPage({ viewport, deviceScaleFactor: 1, colorScheme: 'light' });
		const editor = new Editor(browser, page, url);
		await page.goto(`${url}/signin`);
		await page.fill('input[name="emailOrLdapLoginId"]', n8nOwner.email);
		await page.fill('input[name="password"]', n8nOwner.password);
		await page.getByTestId('form-submit-button').click();
		await page.waitForURL(/home|workflow/);
		return editor;
	}

	/** Shows a stored workflow on the canvas. */
	async openWorkflow(id: string): Promise<void> {
		await this.page.goto(`${this.url}/workflow/${id}`);
		await this.page.getByTestId('canvas-node').first().waitFor();
	}

	/** Shows an empty workflow. */
	async openNewWorkflow(): Promise<void> {
		await this.page.goto(`${this.url}/workflow/new`);
		await this.page.getByTestId('node-creator-plus-button').waitFor();
	}

	/** Looks for nodes in the node panel, which it opens. */
	async searchNodes(words: string): Promise<Locator> {
		await this.page.getByTestId('node-creator-plus-button').click();
		await this.page.getByTestId('node-creator-search-bar').fill(words);
		return this.page.getByTestId('item-iterator-item');
	}

	/**
	 * Adds a node by its name in the node panel; n8n opens it at once.
	 *
	 * @param action - of a node with several triggers or actions, the one to add; n8n lists a node and its trigger as one
	 */
	async addNode(displayName: string, action?: string): Promise<void> {
		const found = await this.searchNodes(displayName);
		const named = found.filter({ has: this.page.getByText(displayName, { exact: true }) });
		await named.first().click();
		if (action === undefined) await this.page.getByText('Add to workflow').click();
		else await this.clickAction(action);
		await this.openedNode.waitFor();
	}

	/** A node on the canvas, by its name there. */
	node(name: string): Locator {
		return this.page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`);
	}

	/** Lays the nodes on the canvas out anew: n8n puts the sixth one over another. */
	async tidyUp(): Promise<void> {
		await this.page.getByTestId('tidy-up-button').click();
	}

	/** Opens a node that is on the canvas. */
	async openNode(name: string): Promise<void> {
		await this.node(name).dblclick();
		await this.openedNode.waitFor();
	}

	/** Goes back from the open node to the canvas. */
	async closeNode(): Promise<void> {
		await this.openedNode.getByTestId('ndv-close-button').click();
		await this.openedNode.waitFor({ state: 'detached' });
	}

	/** Opens the list of a field that is chosen from one, and gives its entries. */
	async openList(parameterName: string): Promise<Locator> {
		await this.page.getByTestId(`resource-locator-${parameterName}`).locator('input').last().click();
		const entries = this.page.getByTestId('rlc-item').filter({ visible: true });
		await entries.first().waitFor();
		return entries;
	}

	async close(): Promise<void> {
		await this.browser.close();
	}

	/** The lists of triggers and actions may be folded. */
	private async clickAction(action: string): Promise<void> {
		const wanted = this.page.getByText(action, { exact: true }).first();
		const lists = this.page.getByText(/^(Triggers|Actions) \(\d+\)/);
		await lists.first().waitFor();
		for (const list of await lists.all()) if (!(await wanted.isVisible())) await list.click();
		await wanted.click();
	}
}

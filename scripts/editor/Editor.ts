import { selectors, type Browser, type Locator, type Page } from 'playwright-core';
import { n8nOwner } from '../n8n/n8nOwner.ts';
import { openBrowser } from './openBrowser.ts';

const PATIENCE_MS = 20_000;
/** A list that is unfolded already shows its entries within this time. */
const UNFOLDED_AFTER_MS = 1_000;

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
	/** What the open node has put out. */
	readonly output: Locator;
	private readonly browser: Browser;
	private readonly url: string;

	private constructor(browser: Browser, page: Page, url: string) {
		this.browser = browser;
		this.page = page;
		this.url = url;
		this.openedNode = page.getByTestId('ndv');
		this.output = this.openedNode.getByTestId('output-panel');
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
		return await this.typeWords(words);
	}

	/**
	 * Adds a node by its name in the node panel; n8n opens it at once.
	 *
	 * @param action - of a node with several triggers or actions, the one to add; n8n lists a node and its trigger as one
	 */
	async addNode(displayName: string, action?: string): Promise<void> {
		await this.clickEntry(await this.searchNodes(displayName), displayName);
		await this.clickWhatToAdd(action);
	}

	/**
	 * Adds a node behind another one, by the plus at an output of that.
	 *
	 * @param place - name of the node before it, and which of its outputs, counted from 0
	 * @param action - as of `addNode`
	 */
	async addNodeBehind({ name, output = 0 }: { name: string; output?: number }, displayName: string, action?: string): Promise<void> {
		await this.clickPlus(name, output);
		await this.clickEntry(await this.typeWords(displayName), displayName);
		await this.clickWhatToAdd(action);
	}

	/** Adds n8n's AI Agent to an empty canvas, and to that a node as one of its tools, which stays open. */
	async addAgentWithTool(displayName: string): Promise<void> {
		await this.page.getByTestId('node-creator-plus-button').click();
		await this.clickEntry(await this.typeWords('AI Agent'), 'AI Agent');
		await this.openedNode.getByTestId('add-subnode-ai_tool-0').click();
		await this.clickEntry(await this.typeWords(displayName), displayName);
		await this.parameter('toolDescription').waitFor();
	}

	/** Leaves a field of the open tool to the model. */
	async letModelFillIn(parameterName: string): Promise<void> {
		const field = this.openedNode.locator('.parameter-item').filter({ has: this.page.locator(`label[for="${parameterName}"]`) });
		await field.getByTestId('from-ai-override-button').click();
		await field.getByText('Defined automatically by the').waitFor();
	}

	/** Runs the open tool with what the model would have filled in, by the labels of the fields. */
	async executeTool(values: Record<string, string>): Promise<void> {
		await this.executeStep();
		for (const [label, value] of Object.entries(values)) await this.page.getByTestId(`query.${label}`).locator('input, textarea').fill(value);
		await this.page.getByRole('dialog').filter({ has: this.page.getByTestId('from-ai-parameters-modal-inputs') }).getByTestId('execute-workflow-button').click();
	}

	/** Adds Trigger Manually and behind it Edit Fields (Set), which stays open, and lets it put out an item. */
	async addOwnItem(item: object): Promise<void> {
		await this.page.getByTestId('node-creator-plus-button').click();
		await this.page.getByText('Trigger manually', { exact: true }).click();
		await this.clickPlus('When clicking ‘Execute workflow’', 0);
		await this.clickEntry(await this.typeWords('Edit Fields'), 'Edit Fields (Set)');
		await this.openedNode.waitFor();
		await this.chooseOption('mode', 'JSON');
		await this.parameter('jsonOutput').locator('.cm-content').click();
		await this.page.keyboard.press('ControlOrMeta+A');
		await this.page.keyboard.insertText(JSON.stringify(item));
		await this.executeStep();
	}

	/** A node on the canvas, by its name there. */
	node(name: string): Locator {
		return this.page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`);
	}

	/** Lays the nodes on the canvas out anew: n8n puts the sixth one over another. */
	async tidyUp(): Promise<void> {
		await this.page.getByTestId('tidy-up-button').click();
	}

	/** Copies every node on the canvas to the clipboard. */
	async copyCanvas(): Promise<void> {
		await this.clickCanvas();
		await this.page.keyboard.press('ControlOrMeta+A');
		await this.page.keyboard.press('ControlOrMeta+C');
	}

	/** Pastes what the clipboard holds onto the canvas. */
	async pasteOnCanvas(): Promise<void> {
		await this.clickCanvas();
		await this.page.keyboard.press('ControlOrMeta+V');
	}

	/** Copies what a field of the output holds, by the view JSON of the open node. */
	async copyFromOutput(field: string): Promise<void> {
		await this.output.getByTestId('radio-button-json').click();
		await this.output.locator('.vjs-key').getByText(field).first().click();
		await this.output.getByTestId('ndv-json-actions').locator('button').first().click();
		await this.page.getByText('Copy Selection', { exact: true }).filter({ visible: true }).click();
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

	/** The field of a parameter, in the open node or the open credential. */
	parameter(name: string): Locator {
		return this.page.getByTestId(`parameter-input-${name}`).filter({ visible: true });
	}

	/** Writes into a field, in place of what stands there. */
	async fill(parameterName: string, text: string): Promise<void> {
		await this.parameter(parameterName).locator('input, textarea').first().fill(text);
	}

	/** Chooses one of the fixed options of a field. */
	async chooseOption(parameterName: string, option: string): Promise<void> {
		await this.parameter(parameterName).locator('input').first().click();
		await this.page.getByRole('option').filter({ hasText: option }).first().click();
	}

	/** Chooses an entry of a list that was fetched. */
	async choose(parameterName: string, entry: string): Promise<void> {
		const entries = await this.openList(parameterName);
		await entries.filter({ hasText: entry }).first().click();
	}

	/** Drags a field of the item that comes in onto a parameter. */
	async dragField(field: string, parameterName: string): Promise<void> {
		await this.openedNode.getByTestId('ndv-input-panel').locator(`[data-target="mappable"][data-name="${field}"]`).first().hover();
		await this.page.mouse.down();
		const place = await this.parameter(parameterName).first().boundingBox();
		if (!place) throw new Error(`The field "${parameterName}" is not on the screen.`);
		await this.page.mouse.move(place.x + place.width / 2, place.y + place.height / 2, { steps: 10 });
		await this.page.mouse.up();
		await this.parameter(parameterName).first().getByText(field).waitFor();
	}

	/** Makes a credential in the form that the open node offers. n8n tries it, and closes the form where it works. */
	async createCredential(fields: Record<string, string | undefined>): Promise<void> {
		await this.openedNode.getByTestId('node-credentials-select').click();
		await this.page.getByTestId('node-credentials-select-item-new').filter({ visible: true }).click();
		for (const [name, text] of Object.entries(fields)) await this.fill(name, text ?? '');
		await this.page.getByTestId('credential-save-button').click();
		await this.page.getByTestId('credential-edit-dialog').waitFor({ state: 'hidden' });
	}

	/** Runs the open node alone, with what the nodes before it give. */
	async executeStep(): Promise<void> {
		await this.openedNode.getByTestId('node-execute-button').click();
	}

	/** Publishes the workflow on the canvas, with the name that n8n proposes for the version. */
	async publish(): Promise<void> {
		await this.page.getByTestId('workflow-open-publish-modal-button').click();
		await this.page.getByTestId('workflow-publish-button').click();
		await this.page.getByTestId('workflow-publish-button').waitFor({ state: 'hidden' });
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

	private async typeWords(words: string): Promise<Locator> {
		await this.page.getByTestId('node-creator-search-bar').fill(words);
		return this.page.getByTestId('item-iterator-item');
	}

	private async clickEntry(found: Locator, displayName: string): Promise<void> {
		await found.filter({ has: this.page.getByText(displayName, { exact: true }) }).first().click();
	}

	/** A place without a node, so that the keyboard is meant for the canvas. */
	private async clickCanvas(): Promise<void> {
		await this.page.getByTestId('canvas-wrapper').click({ position: { x: 60, y: 600 } });
	}

	/** What n8n has put beside the visible part of the canvas is brought into it first. */
	private async clickPlus(name: string, output: number): Promise<void> {
		await this.page.getByTestId('zoom-to-fit').click();
		const handle = this.page.locator(`[data-test-id="canvas-node-output-handle"][data-node-name="${name}"][data-index="${output}"]`);
		await handle.getByTestId('canvas-handle-plus').click();
	}

	private async clickWhatToAdd(action: string | undefined): Promise<void> {
		if (action === undefined) await this.page.getByText('Add to workflow').click();
		else await this.clickAction(action);
		await this.openedNode.waitFor();
	}

	/** The lists of triggers and actions may be folded. */
	private async clickAction(action: string): Promise<void> {
		const wanted = this.page.getByText(action, { exact: true }).first();
		const lists = this.page.getByText(/^(Triggers|Actions) \(\d+\)/);
		await lists.first().waitFor();
		const isShown = async () => await wanted.waitFor({ timeout: UNFOLDED_AFTER_MS }).then(() => true, () => false);
		for (const list of await lists.all()) if (!(await isShown())) await list.click();
		await wanted.click();
	}
}

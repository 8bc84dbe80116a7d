import { Editor } from '../../scripts/editor/Editor';
import { waitUntil } from '../../scripts/n8n/waitUntil';
import { inARow, toBuiltIn, toBuiltInTrigger } from '../conversion/builtInWorkflows';
import { startStage, type Stage } from './startStage';

const TRIGGER = "When clicking ‘Execute workflow’";
const ANSWER = { operation: 'send', recipientPhoneNumber: '={{ $json.messages[0].from }}', textBody: '=You said {{ $json.messages[0].text.body }}', additionalFields: {} };
const NOTE = { id: 'note', name: 'Sticky Note', type: 'n8n-nodes-base.stickyNote', typeVersion: 1, position: [0, -300], parameters: { content: '## Everybody who writes' } };

/** An old workflow as it stands on the canvas: a trigger, an answer with a note of its own, and a sticky note. */
function oldWorkflow() {
	const enabled = { disabled: false, credentials: {} };
	const { nodes, connections } = inARow({ ...toBuiltInTrigger(), ...enabled, id: 'trigger', position: [0, 0] }, toBuiltIn(ANSWER, { ...enabled, id: 'answer', position: [300, 0] }));
	return { name: 'Old', nodes: [...nodes, NOTE], connections };
}

/** The whole way of a workflow from canvas to canvas, by mouse and keyboard alone, over the clipboard. */
describe('a workflow that is converted by hand', () => {
	let stage: Stage;
	let editor: Editor;

	beforeAll(async () => {
		stage = await startStage();
		editor = await Editor.open(stage.n8n.url);
		await editor.page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: stage.n8n.url });
	});
	afterAll(async () => {
		await editor?.close();
		await stage?.close();
	});

	const clipboard = async () => await editor.page.evaluate<string>('navigator.clipboard.readText()');

	test('is copied from its canvas, pasted into Convert, copied from the output, and pasted into an empty workflow', async () => {
		const { page } = editor;
		const { id } = await stage.client.createWorkflow(oldWorkflow() as never);
		await editor.openWorkflow(id);
		await editor.copyCanvas();
		await waitUntil(async () => (await clipboard()).includes('n8n-nodes-base.whatsAppTrigger'), { what: 'the old workflow to be copied' });

		await editor.openNewWorkflow();
		await page.getByTestId('node-creator-plus-button').click();
		await page.getByText('Trigger manually', { exact: true }).click();
		await editor.addNodeBehind({ name: TRIGGER }, 'WhatsApp Session', 'Convert a workflow');
		await editor.parameter('workflow').locator('textarea').click();
		await page.keyboard.press('ControlOrMeta+V');
		await editor.executeStep();
		await editor.output.getByText(/To take the new workflow/).waitFor();
		await editor.copyFromOutput('workflow');
		await waitUntil(async () => (await clipboard()).includes('whatsAppSessionTrigger'), { what: 'the new workflow to be copied' });

		await editor.openNewWorkflow();
		await editor.pasteOnCanvas();
		await editor.node('Send message').waitFor();
		await editor.node('Send message').getByText('Ask Ada before').waitFor();
		await page.getByText('Everybody who writes').waitFor();
		expect(await page.getByTestId('edge').count()).toBe(1);
		await editor.openNode('Send message');
		expect(await editor.openedNode.getByTestId('node-credentials-select').locator('input').inputValue()).toBe(stage.credential.name);
		await editor.parameter('text').getByText('You said').waitFor();
		// n8n writes an expression in several elements, one for each kind of word.
		expect((await editor.parameter('text').innerText()).replace(/\s+/g, ' ')).toContain('You said {{ $json.message.text }}');
		expect(editor.pageErrors).toEqual([]);
	});
});

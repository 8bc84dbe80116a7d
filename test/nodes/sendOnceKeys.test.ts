import { SendFreeForm } from '../../nodes/SendFreeForm/SendFreeForm.node';
import { openStage, PHONE_NUMBER_ID, toItems, type Stage } from '../support/openStage';
import { runNode } from '../support/runNode';

const ADA = '+12025550143';

describe('a Send-Once Key of an expression', () => {
	let stage: Stage;
	beforeEach(async () => {
		stage = await openStage();
		await stage.wrote(ADA, 60_000);
	});
	afterEach(async () => await stage.close());

	it.each([
		['cuts an emoji in half', 'Thanks😀 bye'],
		['leaves the second half of one', '😀Thanks'.slice(1)],
		['has NUL in it', 'Th\0nks'],
	])('lets one message out when it %s', async (_, note) => {
		const items = toItems({ recipient: ADA, phoneNumberId: PHONE_NUMBER_ID, note });
		const parameters = { text: 'Hello', options: { sendOnceKey: '={{ $json.note.slice(0, 7) }}' } };
		const send = async () => await runNode({ node: new SendFreeForm(), credential: stage.credential, parameters, items });
		expect((await send()).outputs[0]).toMatchObject([{ json: { message: { alreadySent: false } } }]);
		expect((await send()).outputs[0]).toMatchObject([{ json: { message: { alreadySent: true } } }]);
		expect(stage.simulator.sent()).toHaveLength(1);
	});

	it.each([[{ order: '' }], [{ order: ' ' }], [{ order: null }], [{}]])('lets nothing out when it gives none, as of %j', async (more) => {
		const items = toItems({ recipient: ADA, phoneNumberId: PHONE_NUMBER_ID, ...more });
		const parameters = { text: 'Hello', options: { sendOnceKey: '={{ $json.order }}' } };
		const { error } = await runNode({ node: new SendFreeForm(), credential: stage.credential, parameters, items });
		expect(error?.message).toMatch(/^'Send-Once Key' is empty, so nothing was sent: the message would go out again with every run/);
		expect(stage.simulator.sent()).toEqual([]);
	});

	it('is none where the option is empty', async () => {
		const items = toItems({ recipient: ADA, phoneNumberId: PHONE_NUMBER_ID });
		const parameters = { text: 'Hello', options: { sendOnceKey: ' ' } };
		await runNode({ node: new SendFreeForm(), credential: stage.credential, parameters, items });
		expect(stage.simulator.sent()).toHaveLength(1);
	});
});

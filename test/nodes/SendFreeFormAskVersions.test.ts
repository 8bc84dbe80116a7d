import 'reflect-metadata';

import { SendFreeForm } from '../../nodes/SendFreeForm/SendFreeForm.node';
import { openStage, PHONE_NUMBER_ID, toItems, type Stage } from '../support/openStage';
import { runNode } from '../support/runNode';

const PERSON = '+12025550143';

let version = '';
// An n8n that is older is not installed beside this one.
jest.mock('n8n-workflow/package.json', () => ({
	get version() {
		return version;
	},
}));

let stage: Stage;
beforeEach(async () => {
	stage = await openStage();
	await stage.wrote(PERSON, 3_600_000);
});
afterEach(async () => await stage.close());

const ask = async () =>
	await runNode({
		node: new SendFreeForm(),
		credential: stage.credential,
		parameters: { operation: 'ask', messageType: 'text', text: 'When?' },
		items: toItems({ recipient: PERSON, phoneNumberId: PHONE_NUMBER_ID }),
	});

describe('a question, in n8n of another version', () => {
	it.each(['2.38.1', '2.0.1', '1.120.31'])('does not go out where the answer would be lost: n8n-workflow %s', async (older) => {
		version = older;
		const { error } = await ask();
		expect(error?.message).toBe("'Send and Wait for Answer' needs n8n 2.39 or newer, and this n8n is older: it would lose the answer. So nothing was sent.");
		expect(stage.simulator.sent()).toEqual([]);
	});

	it.each(['2.39.0', '2.41.0', '2.100.0', '3.0.0', '2.39.0-beta.1', 'unknown'])('goes out where n8n puts out the answer, or does not say how old it is: %s', async (newer) => {
		version = newer;
		const { run, error } = await ask();
		expect(error).toBeUndefined();
		expect(run.status).toBe('waiting');
		expect(stage.simulator.sent()).toHaveLength(1);
	});
});

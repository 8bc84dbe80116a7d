import { ADA, openStage } from './openStage';

test('of very many messages the newest are remembered, as many as is wished', async () => {
	const stage = await openStage({ mostMessages: 3 });
	for (const text of ['1', '2', '3', '4']) stage.simulator.write({ from: ADA, text });
	for (const body of ['5', '6']) await stage.send({ to: ADA, type: 'text', text: { body } });
	expect(stage.simulator.sent().map(({ text }) => text)).toEqual(['5', '6']);
	for (const body of ['7', '8']) await stage.send({ to: ADA, type: 'text', text: { body } });
	expect(stage.simulator.sent().map(({ text }) => text)).toEqual(['6', '7', '8']);
	await stage.close();
});

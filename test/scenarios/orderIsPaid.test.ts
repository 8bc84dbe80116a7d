import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { messageCorpus } from '../fixtures/messages/corpus';
import { openScene, type Scene } from '../support/openScene';

/** An order goes out, is paid in WhatsApp, and its state goes back to the person, with nothing but wires between the nodes. */
const ADA = '12025550143';

let scene: Scene;
beforeEach(async () => {
	scene = await openScene({}, { events: ['message', 'paymentStatus'] });
	scene.simulator.write({ from: ADA, text: 'I take the fern' });
	await scene.delivered();
});
afterEach(async () => await scene.close());

const parametersOf = (title: string) => messageCorpus.find((each) => each.title === title)?.parameters as unknown as INodeParameters;
const heard = (): IDataObject => scene.trigger.executions.flat().at(-1)?.json ?? {};
const PAID = { messageType: 'orderStatus', body: 'Thank you!', orderReference: '={{ $json.payment.referenceId }}', orderStatus: 'processing', paymentStatus: 'captured', paidAt: '={{ $json.payment.timestamp }}' };

test('through a gateway of India', async () => {
	const sent = await scene.sendFreeForm(heard(), parametersOf('an order that is paid through razorpay'));
	expect(sent.output).toBe('Sent');
	scene.simulator.tap({ from: ADA, button: 'Pay now' });
	await scene.delivered();

	expect(heard()).toMatchObject({
		event: 'paymentStatus',
		payment: { referenceId: 'order-1042', status: 'captured', amount: 100, currency: 'INR', receipt: 'r-1', messageId: (sent.json.message as IDataObject).id },
	});
	expect((await scene.sendFreeForm(heard(), PAID)).output).toBe('Sent');
	await scene.delivered();
	expect(scene.simulator.sent().at(-1)).toMatchObject({ status: 'read', text: '[order: order-1042, processing, payment captured]\n\nThank you!' });
	const canceled = await scene.sendFreeForm(heard(), { ...PAID, orderStatus: 'canceled' });
	await scene.delivered();
	expect([canceled.output, scene.simulator.sent().at(-1)?.error?.code]).toEqual(['Sent', 2047]);
});

test('with a card on file in Brazil, which the person confirms by a message', async () => {
	expect((await scene.sendFreeForm(heard(), parametersOf('an order that is paid with a card on file'))).output).toBe('Sent');
	scene.simulator.tap({ from: ADA });
	await scene.delivered();

	expect(heard()).toMatchObject({
		event: 'message',
		message: { interactive: { type: 'payment_method', payment_method: { reference_id: 'order-1042', credential_id: '1234567' } } },
	});
});

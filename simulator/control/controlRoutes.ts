import { Router } from 'express';
import type { ErrorRequestHandler, Request } from 'express';
import type { SimulatorControls } from '../Simulator.ts';
import type { WebhookDelivery } from '../webhooks/WebhookDelivery.ts';
import { ControlError } from './ControlError.ts';
import { ControlInput } from './ControlInput.ts';
import * as read from './readControlInput.ts';
import * as readPerson from './readPersonInput.ts';

/** Answers one control route. */
type ControlRoute = (controls: SimulatorControls, input: ControlInput) => unknown;

const posts: Readonly<Record<string, ControlRoute>> = {
	write: (controls, input) => controls.write(readPerson.writeInput(input)),
	call: (controls, input) => controls.call(readPerson.callInput(input)),
	tap: (controls, input) => controls.tap(readPerson.tapInput(input)),
	pay: (controls, input) => controls.pay(readPerson.payInput(input)),
	react: (controls, input) => controls.react(readPerson.reactInput(input)),
	preference: (controls, input) => controls.preferMarketing(readPerson.preferenceInput(input)),
	answerFlow: (controls, input) => controls.answerFlow(readPerson.flowAnswerInput(input)),
	answerAddress: (controls, input) => controls.answerAddress(readPerson.addressAnswerInput(input)),
	answerCallRequest: (controls, input) => controls.answerCallRequest(readPerson.callRequestAnswerInput(input)),
	edit: (controls, input) => controls.edit(readPerson.editInput(input)),
	revoke: (controls, input) => controls.revoke(readPerson.revokeInput(input)),
	echo: (controls, input) => controls.echo(readPerson.echoInput(input)),
	thread: (controls, input) => controls.moveThread(readPerson.moveThreadInput(input)),
	changeNumber: (controls, input) => controls.changeNumber(input.text('from'), input.text('newNumber')),
	expireMediaLinks: (controls) => ({ expired: controls.expireMediaLinks() }),
	failNextDownload: (controls, input) => controls.failNextDownload(readPerson.downloadFailureInput(input)),
	people: (controls, input) => controls.putPerson(readPerson.personInput(input)),
	groups: (controls, input) => controls.putGroup(readPerson.groupInput(input)),
	clock: (controls, input) => controls.setClock(read.clockInput(input)),
	failNext: (controls, input) => ({ failures: controls.failNext(read.failureInput(input)) }),
	delivery: (controls, input) => controls.setDelivery(read.deliveryInput(input)),
	flush: (controls) => ({ flushed: controls.flush() }),
	releaseHeld: (controls, input) => ({
		released: controls.releaseHeld(input.optionalChoice('outcome', ['send', 'drop']) ?? 'send'),
	}),
	settings: (controls, input) => controls.setSettings(read.settingsInput(input)),
	templates: (controls, input) => putTemplate(controls, input),
	templateQuality: (controls, input) =>
		controls.setTemplateQuality(input.text('name'), input.optionalText('language') ?? 'en_US', input.text('score')),
	templateCategory: (controls, input) => controls.setTemplateCategory(read.categoryInput(input)),
	change: (controls, input) => deliverChange(controls, input),
	subscribe: async (controls, input) => await controls.subscribe(read.subscribeInput(input)),
	subscribers: (controls, input) => controls.addSubscriber(read.subscriberInput(input)),
	token: (controls, input) => controls.setToken(read.tokenInput(input)),
	webhook: (controls, input) => controls.deliverWebhook(read.webhookInput(input)),
	redeliver: (controls, input) => controls.redeliver(input.text('messageId')),
	reset: (controls) => {
		controls.reset();
		return { reset: true };
	},
};

const gets: Readonly<Record<string, ControlRoute>> = {
	clock: (controls) => controls.clock(),
	sent: (controls) => ({ messages: controls.sent() }),
	conversation: (controls, input) => ({ messages: controls.conversation(input.text('with')) }),
	deliveries: (controls) => ({ deliveries: controls.deliveries() }),
	delivery: (controls, input) => findDelivery(controls, input.text('id')),
	state: (controls) => controls.state(),
	idle: async (controls) => {
		await controls.idle();
		return { idle: true };
	},
};

/**
 * The control routes below `/_simulator`: JSON in, JSON out, no token. A request that makes no sense gets HTTP 400 and
 * a sentence.
 */
export function controlRoutes(controls: SimulatorControls): Router {
	const router = Router();
	for (const [name, run] of Object.entries(posts)) {
		router.post(`/${name}`, async ({ body }, response) => {
			response.json(await run(controls, new ControlInput(body)));
		});
	}
	for (const [name, run] of Object.entries(gets)) {
		router.get(`/${name}`, async ({ query }: Request, response) => {
			response.json(await run(controls, new ControlInput({ ...query })));
		});
	}
	router.use(({ method, path }) => {
		const known = Object.keys(method === 'GET' ? gets : posts).join(', ');
		throw new ControlError(`There is no ${method} ${path}; there are ${known}.`);
	});
	router.use(answerControlError);
	return router;
}

function findDelivery(controls: SimulatorControls, id: string): WebhookDelivery {
	const found = controls.deliveries().find((delivery) => String(delivery.id) === id);
	if (!found) throw new ControlError(`There is no webhook "${id}": "id" is one of those that GET state lists; the last 5,000 are kept.`);
	return found;
}

function putTemplate(controls: SimulatorControls, input: ControlInput): unknown {
	const status = input.optionalText('status');
	if (input.members.components !== undefined || status === undefined) {
		return controls.putTemplate(read.templateInput(input));
	}
	return controls.setTemplateStatus(input.text('name'), input.optionalText('language') ?? 'en_US', status);
}

function deliverChange(controls: SimulatorControls, input: ControlInput): unknown {
	const phoneNumberId = input.optionalText('phoneNumberId');
	return { value: controls.deliverChange(input.text('field'), input.optionalObject('value'), phoneNumberId) };
}

const answerControlError: ErrorRequestHandler = (error: unknown, _request, response, next) => {
	if (error instanceof ControlError) response.status(400).json({ error: error.message });
	else next(error);
};

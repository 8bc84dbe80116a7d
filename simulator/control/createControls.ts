import type { Engine } from '../Engine.ts';
import { firstTokenState } from '../graph/firstTokenState.ts';
import type { JsonObject } from '../JsonObject.ts';
import { call } from '../people/call.ts';
import { preferMarketing } from '../people/preferMarketing.ts';
import { react } from '../people/react.ts';
import { tap } from '../people/tap.ts';
import { write } from '../people/write.ts';
import type { ClockInput, SimulatorControls, SubscribeInput, SubscriberInput, WebhookInput } from '../Simulator.ts';
import type { ClockState } from '../SimulatorState.ts';
import type { TemplateDefinition } from '../templates/TemplateDefinition.ts';
import { sentComponents } from '../templates/sentComponents.ts';
import { toJsonObject } from '../toJsonObject.ts';
import { routeOf } from '../webhooks/routeOf.ts';
import type { SubscribedApp } from '../webhooks/SubscriptionBook.ts';
import { toRawBody } from '../webhooks/toRawBody.ts';
import { verifyCallback } from '../webhooks/verifyCallback.ts';
import type { WebhookDelivery } from '../webhooks/WebhookDelivery.ts';
import type { WebhookRoute } from '../webhooks/WebhookRoute.ts';
import type { WebhookSubscription } from '../webhooks/WebhookSubscription.ts';
import type { MessageRecord } from '../world/MessageRecord.ts';
import { ControlError } from './ControlError.ts';
import { readState } from './readState.ts';

/** Everything that can be done to a simulator from outside the Graph API. */
export function createControls(engine: Engine): SimulatorControls {
	const { world, deliveries, failures, templates } = engine;
	return {
		write: (input) => write(engine, input),
		call: (input) => call(engine, input),
		tap: (input) => tap(engine, input),
		react: (input) => react(engine, input),
		preferMarketing: (input) => preferMarketing(engine, input),
		putPerson: (person) => world.putPerson(person),
		setClock: (input) => setClock(engine, input),
		clock: () => readClock(engine),
		failNext: (failure) => {
			failures.add(failure);
			return failures.list();
		},
		setDelivery: (settings) => {
			deliveries.change(settings);
			return deliveries.settings;
		},
		flush: () => deliveries.flush(),
		setSettings: (settings) => Object.assign(world.settings, settings),
		putTemplate: (template) => templates.put(template),
		setTemplateStatus: (name, language, status) => setTemplateStatus(engine, name, language, status),
		subscribe: async (input) => await subscribe(engine, input),
		addSubscriber: (input) => addSubscriber(engine, input),
		setToken: (token) => Object.assign(engine.token, token),
		deliverWebhook: (input) => deliverWebhook(engine, input),
		redeliver: (messageId) => redeliver(engine, messageId),
		sent: () => world.listMessages().filter((message) => message.direction === 'outbound'),
		conversation: (address) => conversation(engine, address),
		deliveries: () => deliveries.list(),
		idle: async () => await waitUntilIdle(engine),
		reset: () => reset(engine),
		state: () => readState(engine, readClock(engine)),
	};
}

function readClock({ clock }: Engine): ClockState {
	return { nowMs: clock.nowMs(), realNowMs: clock.realNowMs(), offsetSeconds: clock.offsetSeconds };
}

function setClock(engine: Engine, { offsetSeconds, agoHours, reset: isReset }: ClockInput): ClockState {
	const offset = isReset ? 0 : (offsetSeconds ?? (agoHours === undefined ? undefined : -agoHours * 3600));
	if (offset === undefined) throw new ControlError('Give "offsetSeconds", "agoHours" or "reset".');
	engine.clock.setOffsetSeconds(offset);
	return readClock(engine);
}

function setTemplateStatus({ templates }: Engine, name: string, language: string, status: string): TemplateDefinition {
	const template = templates.find(name, language);
	if (!template) throw new ControlError(`There is no template "${name}" in ${language}.`);
	return templates.put({ ...template, status });
}

async function subscribe(engine: Engine, input: SubscribeInput): Promise<WebhookSubscription> {
	const { callbackUrl, fields, verifyToken = engine.account.verifyToken } = input;
	if (!URL.canParse(callbackUrl)) throw new ControlError(`"${callbackUrl}" is not a URL.`);
	if (input.verify ?? verifyToken !== undefined) {
		const question = { callbackUrl, verifyToken: verifyToken ?? '', challenge: engine.ids.challenge() };
		const problem = await verifyCallback(question);
		if (problem) throw new ControlError(`The callback URL did not answer the challenge: ${problem}.`);
	}
	const subscription = { callbackUrl, ...(fields && { fields }) };
	engine.subscriptions.own.subscription = subscription;
	engine.subscriptions.own.isSubscribedToAccount = true;
	return subscription;
}

function addSubscriber({ account, subscriptions }: Engine, input: SubscriberInput): SubscribedApp {
	const { callbackUrl, appSecret = account.appSecret, fields } = input;
	if (!URL.canParse(callbackUrl)) throw new ControlError(`"${callbackUrl}" is not a URL.`);
	return subscriptions.add({ callbackUrl, appSecret, ...(fields && { fields }) });
}

function deliverWebhook({ deliveries }: Engine, input: WebhookInput): WebhookDelivery {
	const { body, rawBody, signing = 'valid' } = input;
	if (rawBody === undefined && body === undefined) throw new ControlError('Give "body" or "rawBody".');
	return deliveries.enqueueRaw({
		rawBody: rawBody ?? toRawBody(body),
		summary: `own webhook (${signing} signature)`,
		messageIds: [],
		route: { ...(body && routeOfBody(body)), isTest: true },
		signing,
	});
}

/** An own webhook follows the overrides by what its first change says; one that says nothing goes to the app. */
function routeOfBody(body: JsonObject): Omit<WebhookRoute, 'isTest'> {
	const change = sentComponents(sentComponents(body.entry)[0]?.changes)[0];
	if (typeof change?.field !== 'string') return {};
	return routeOf({ field: change.field, value: toJsonObject(change.value) ?? {} });
}

function redeliver({ deliveries }: Engine, messageId: string): WebhookDelivery {
	const delivery = deliveries.redeliver(messageId);
	if (!delivery) throw new ControlError(`No webhook was about "${messageId}".`);
	return delivery;
}

function conversation({ world }: Engine, address: string): MessageRecord[] {
	const person = world.findPerson(address);
	if (!person) throw new ControlError(`There is nobody with the address "${address}".`);
	return world.listMessages().filter((message) => message.waId === person.waId);
}

async function waitUntilIdle({ deliveries, statusTimers }: Engine): Promise<void> {
	while (statusTimers.pending > 0 || deliveries.isBusy) {
		await new Promise((resolve) => {
			setTimeout(resolve, 5);
		});
	}
}

function reset({ world, deliveries, failures, templates, statusTimers, rateLimit, clock, token }: Engine): void {
	Object.assign(token, firstTokenState());
	statusTimers.clear();
	deliveries.reset();
	failures.clear();
	rateLimit.clear();
	templates.reset();
	world.reset();
	clock.setOffsetSeconds(0);
}

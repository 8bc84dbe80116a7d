import type { Engine } from '../Engine.ts';
import { firstTokenState } from '../graph/firstTokenState.ts';
import type { JsonObject } from '../JsonObject.ts';
import type { ClockInput, SimulatorControls, WebhookInput } from '../Simulator.ts';
import type { ClockState } from '../SimulatorState.ts';
import { sentComponents } from '../templates/sentComponents.ts';
import { toJsonObject } from '../toJsonObject.ts';
import { routeOf } from '../webhooks/routeOf.ts';
import { toRawBody } from '../webhooks/toRawBody.ts';
import type { WebhookDelivery } from '../webhooks/WebhookDelivery.ts';
import type { WebhookRoute } from '../webhooks/WebhookRoute.ts';
import type { MessageRecord } from '../world/MessageRecord.ts';
import { accountControls } from './accountControls.ts';
import { ControlError } from './ControlError.ts';
import { personControls } from './personControls.ts';
import { readState } from './readState.ts';

/** Everything that can be done to a simulator from outside the Graph API. */
export function createControls(engine: Engine): SimulatorControls {
	const { world, deliveries, failures } = engine;
	return {
		...personControls(engine),
		...accountControls(engine),
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
		releaseHeld: (outcome) => engine.heldMessages.release(outcome),
		setSettings: (settings) => Object.assign(world.settings, settings),
		deliverWebhook: (input) => deliverWebhook(engine, input),
		redeliver: (messageId) => redeliver(engine, messageId),
		sent: () => world.listMessages().filter(({ direction, isEcho }) => direction === 'outbound' && !isEcho),
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
	const group = world.findGroup(address);
	if (group) return world.listMessages().filter(({ groupId }) => groupId === group.id);
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

function reset({ world, deliveries, failures, templates, statusTimers, ...engine }: Engine): void {
	Object.assign(engine.token, firstTokenState());
	engine.media.clear();
	engine.uploads.clear();
	statusTimers.clear();
	deliveries.reset();
	failures.clear();
	engine.heldMessages.clear();
	engine.rateLimit.clear();
	templates.reset();
	world.reset();
	engine.clock.setOffsetSeconds(0);
}

import type { Engine } from '../Engine.ts';
import type { ClockState, ConversationWindow, SimulatorState, SubscriptionLevels } from '../SimulatorState.ts';
import { topicsOf } from '../webhooks/topicsOf.ts';
import type { WebhookDelivery } from '../webhooks/WebhookDelivery.ts';
import type { World } from '../world/World.ts';
import { zoneOfNumber } from '../world/zoneOfNumber.ts';
import { withoutAbsent } from './withoutAbsent.ts';

const SHOWN_MESSAGES = 500;
const SHOWN_DELIVERIES = 100;

/** Everything the page shows, at one moment. */
export function readState(engine: Engine, clock: ClockState): SimulatorState {
	const { world, deliveries, templates, failures, subscriptions } = engine;
	const people = world.listPeople();
	return {
		clock,
		numbers: world.numbers,
		groups: world.listGroups(),
		people: people.map((person) => withoutAbsent({ ...person, timeZone: person.timeZone ?? zoneOfNumber(person.waId) })),
		messages: world.listMessages().slice(-SHOWN_MESSAGES),
		windows: world.numbers
			.flatMap((number) => [...people.map(({ waId }) => waId), ...world.listGroups().map(({ id }) => id)].map((name) => readWindow(engine, number.id, name)))
			.filter((window) => window.openedAtMs !== null),
		templates: templates.list().map(({ name, language, status }) => ({ name, language, status })),
		usage: world.usage.list(),
		settings: world.settings,
		delivery: deliveries.settings,
		collectedUpdates: deliveries.collectedUpdates,
		failures: failures.list(),
		uploadedFiles: engine.media.countUploads(),
		subscription: subscriptions.own.subscription ?? null,
		subscriptions: readLevels(engine),
		token: engine.token,
		deliveries: deliveries.list().slice(-SHOWN_DELIVERIES).reverse().map((delivery) => withoutBody(delivery, world)),
	};
}

function readLevels({ subscriptions }: Engine): SubscriptionLevels {
	const { own } = subscriptions;
	const others = subscriptions.list().filter((app) => app !== own);
	return {
		application: own.subscription?.callbackUrl ?? null,
		isSubscribedToAccount: own.isSubscribedToAccount,
		businessAccount: own.accountOverrideUrl ?? null,
		phoneNumbers: Object.fromEntries(own.numberOverrideUrls),
		otherApps: others.flatMap((app) => app.subscription?.callbackUrl ?? []),
	};
}

function withoutBody(delivery: WebhookDelivery, world: World): SimulatorState['deliveries'][number] {
	const shown: Partial<WebhookDelivery> & SimulatorState['deliveries'][number] = { ...delivery, ...topicsOf(delivery, world) };
	delete shown.rawBody;
	return shown;
}

function readWindow({ world, clock }: Engine, phoneNumberId: string, waId: string): ConversationWindow {
	return { phoneNumberId, waId, ...world.windows.state(phoneNumberId, waId, clock.nowMs()) };
}

import type { Engine } from '../Engine.ts';
import type { ClockState, ConversationWindow, SimulatorState } from '../SimulatorState.ts';
import type { WebhookDelivery } from '../webhooks/WebhookDelivery.ts';

const SHOWN_MESSAGES = 500;
const SHOWN_DELIVERIES = 100;

/** Everything the page shows, at one moment. */
export function readState(engine: Engine, clock: ClockState): SimulatorState {
	const { world, deliveries, templates, failures } = engine;
	const people = world.listPeople();
	return {
		clock,
		numbers: world.numbers,
		people,
		messages: world.listMessages().slice(-SHOWN_MESSAGES),
		windows: world.numbers
			.flatMap((number) => people.map((person) => readWindow(engine, number.id, person.waId)))
			.filter((window) => window.openedAtMs !== null),
		templates: templates.list().map(({ name, language, status }) => ({ name, language, status })),
		settings: world.settings,
		delivery: deliveries.settings,
		collectedUpdates: deliveries.collectedUpdates,
		failures: failures.list(),
		subscription: deliveries.subscription ?? null,
		deliveries: deliveries.list().slice(-SHOWN_DELIVERIES).reverse().map(withoutBody),
	};
}

function withoutBody(delivery: WebhookDelivery): SimulatorState['deliveries'][number] {
	const shown: Partial<WebhookDelivery> & SimulatorState['deliveries'][number] = { ...delivery };
	delete shown.rawBody;
	return shown;
}

function readWindow({ world, clock }: Engine, phoneNumberId: string, waId: string): ConversationWindow {
	return { phoneNumberId, waId, ...world.windows.state(phoneNumberId, waId, clock.nowMs()) };
}

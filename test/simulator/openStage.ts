import { createSimulator } from '../../simulator/createSimulator.ts';
import type { Simulator } from '../../simulator/Simulator.ts';
import type { SimulatorOptions } from '../../simulator/SimulatorOptions.ts';
import { openReceiver } from './openReceiver';
import type { Receiver } from './openReceiver';

export const NUMBER_ID = '106540352242922';
export const WABA_ID = '102290129340398';
export const APP_ID = '645829310472918';
export const APP_TOKEN = `${APP_ID}|simulator-app-secret`;
export const ADA = '12025550143';
export const DAY_MS = 24 * 60 * 60 * 1000;

/** An answer of the simulator. */
export interface Answer {
	status: number;
	/** Parsed, or the text when it is not JSON. */
	body: Record<string, never> & { error: GraphErrorBody } & Record<'contacts' | 'messages' | 'data', Found[]>;
	text: string;
}

type Found = Record<string, unknown>;

interface GraphErrorBody {
	code: number;
	message: string;
	type: string;
	error_subcode?: number;
	error_data?: { messaging_product: string; details: string };
	fbtrace_id: string;
}

/** A simulator with a clock that stands still and a receiver that is subscribed. */
export interface Stage {
	simulator: Simulator;
	receiver: Receiver;
	/** The real time of the simulator; change it to let time pass. */
	time: { nowMs: number };
	/** Calls the simulator; the system user's token goes along unless another is given. */
	call(method: string, path: string, body?: unknown, token?: string | null): Promise<Answer>;
	/** Posts a message from the only number; adds `messaging_product`. */
	send(message: Record<string, unknown>): Promise<Answer>;
	/** Everything of one list that the receiver got, in order of arrival. */
	receivedOf(list: 'messages' | 'statuses' | 'calls' | 'user_preferences'): Found[];
	close(): Promise<void>;
}

/** @param options - `isReceiverSubscribed: false` leaves the app without a callback URL */
export async function openStage(options: SimulatorOptions & { isReceiverSubscribed?: false } = {}): Promise<Stage> {
	const time = { nowMs: Date.UTC(2026, 9, 12, 9, 0, 0) };
	const simulator = await createSimulator({ now: () => time.nowMs, statusDelayMs: 0, ...options });
	const receiver = await openReceiver();
	if (options.isReceiverSubscribed ?? true) await simulator.subscribe({ callbackUrl: receiver.url });
	const call: Stage['call'] = async (method, path, body, token = 'simulator-access-token') => {
		const response = await fetch(`${simulator.url}${path}`, {
			method,
			headers: {
				...(token !== null && { Authorization: `Bearer ${token}` }),
				...(body !== undefined && { 'Content-Type': 'application/json' }),
			},
			...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
		});
		const text = await response.text();
		const isJson = response.headers.get('content-type')?.includes('json');
		return { status: response.status, text, body: (isJson ? JSON.parse(text) : text) as Answer['body'] };
	};
	return {
		simulator,
		receiver,
		time,
		call,
		send: async (message) =>
			await call('POST', `/v25.0/${NUMBER_ID}/messages`, { messaging_product: 'whatsapp', ...message }),
		receivedOf: (list) =>
			receiver.received.flatMap(({ json }) =>
				json.entry.flatMap((entry) => entry.changes.flatMap((change) => change.value[list] ?? [])),
			),
		close: async () => {
			await simulator.close();
			await receiver.close();
		},
	};
}

import { createSimulator } from '../../../simulator/createSimulator.ts';
import type { MessageRecord } from '../../../simulator/world/MessageRecord.ts';
import { countRequests, type RequestCounts } from './countRequests.ts';

/** A stand-in for Meta that answers at once, and knows what has reached it. */
export interface Meta {
	/** Base URL of the Graph API. */
	url: string;
	/** Gives what has arrived since the last time it was asked, and forgets it. */
	take(): RequestCounts & { messages: MessageRecord[] };
	close(): Promise<void>;
}

/** Starts a stand-in that holds nobody up: no limit for one person, the highest throughput, and no statuses. */
export async function openMeta(): Promise<Meta> {
	const simulator = await createSimulator();
	const settle = () => simulator.setSettings({ pairRate: false, throughputLevel: 'HIGH', statuses: 'none', statusDelayMs: 0 });
	settle();
	const requests = countRequests(simulator.url);
	return {
		url: simulator.url,
		take() {
			const taken = { ...requests.take(), messages: simulator.sent() };
			simulator.reset();
			settle();
			return taken;
		},
		async close() {
			requests.end();
			await simulator.close();
		},
	};
}

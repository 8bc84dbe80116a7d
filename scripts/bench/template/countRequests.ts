import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

/** What has arrived at a server since the counting began. */
export interface RequestCounts {
	/** Requests for the list of templates. */
	lists: number;
	/** Messages to send. */
	sends: number;
	/** Method and address of everything else. */
	others: string[];
}

/** Counts on; `end` ends it. */
export interface RequestCounter {
	/** Gives what has arrived since the last time it was asked. */
	take(): RequestCounts;
	end(): void;
}

const ARRIVAL = 'http.server.request.start';

/**
 * Counts the requests that arrive at a server of this process, without standing in their way: a proxy would take its
 * share of the time.
 *
 * @param url - where the server listens
 */
export function countRequests(url: string): RequestCounter {
	const port = Number(new URL(url).port);
	const nothing = (): RequestCounts => ({ lists: 0, sends: 0, others: [] });
	let counts = nothing();
	const see = (message: unknown) => {
		const { method, url: address = '', socket } = (message as { request: IncomingMessage }).request;
		if (socket.localPort !== port) return;
		if (method === 'GET' && /\/message_templates(\?|$)/.test(address)) counts.lists += 1;
		else if (method === 'POST' && address.endsWith('/messages')) counts.sends += 1;
		// One question for each number and process, beside the messages.
		else if (method === 'GET' && address.includes('fields=throughput')) return;
		else counts.others.push(`${method} ${address}`);
	};
	subscribe(ARRIVAL, see);
	return {
		take() {
			const taken = counts;
			counts = nothing();
			return taken;
		},
		end: () => void unsubscribe(ARRIVAL, see),
	};
}

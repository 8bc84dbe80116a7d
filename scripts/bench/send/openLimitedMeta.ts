import { createSimulator } from '../../../simulator/createSimulator.ts';
import type { SimulatorSettings } from '../../../simulator/world/SimulatorSettings.ts';

/** What has reached Meta. */
export interface Arrived {
	accepted: number;
	/** People with a message. */
	people: number;
	/** Refused with 130429 and 131056. */
	tooFast: number;
	tooManyToOne: number;
}

/** A stand-in for Meta that keeps its limits and takes its time. */
export interface LimitedMeta {
	/** Base URL of the Graph API. */
	url: string;
	/** Forgets everything, and behaves like this from now on. */
	begin(settings: Partial<SimulatorSettings>): void;
	/** Gives what has arrived since then. */
	arrived(): Arrived;
	close(): Promise<void>;
}

/** Starts one that takes 80 messages a second from a number, and from it to one person 45 and then one in six seconds. */
export async function openLimitedMeta(): Promise<LimitedMeta> {
	const simulator = await createSimulator();
	return {
		url: simulator.url,
		begin(settings) {
			simulator.reset();
			simulator.setSettings({ pairRate: true, throughputPerSecond: 80, statuses: 'none', statusDelayMs: 0, ...settings });
		},
		arrived() {
			const messages = simulator.sent();
			const accepted = messages.filter(({ status }) => status === 'accepted');
			const refused = (code: number) => messages.filter(({ error }) => error?.code === code).length;
			return {
				accepted: accepted.length,
				people: new Set(accepted.map(({ waId }) => waId)).size,
				tooFast: refused(130429),
				tooManyToOne: refused(131056),
			};
		},
		close: async () => await simulator.close(),
	};
}

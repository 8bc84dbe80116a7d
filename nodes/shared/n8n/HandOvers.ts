import type { INodeExecutionData, IRun, ITriggerFunctions } from 'n8n-workflow';

/** How what a trigger has claimed becomes executions, and what the store hears of it. */
export interface HandOverRules {
	/** Gives the name under which n8n starts the execution of a claim once, whatever process asks for it once more. */
	nameOf(id: string): string;
	/** How long nobody else may have what a process has claimed that may have died; milliseconds. */
	leaseMs: number;
	/** The clock; epoch milliseconds, UTC. */
	now(): number;
	/** Lets the leases of claims last until a later instant; epoch milliseconds, UTC. */
	renew(ids: string[], leaseUntilMs: number): Promise<void>;
	/** Told of each claim that nobody is to be given again: n8n has its execution, or there is nothing to tell any more. */
	settle(id: string): Promise<void>;
	/** Told of what could not be handed over. Its lease runs out. Where n8n has the execution after all, it knows it by its name and starts nothing. */
	onFailure(error: unknown): void;
}

/** Hands claims over to n8n, one execution for each, and keeps their leases until n8n has them: executions may last for hours, so nothing waits for those. */
export class HandOvers {
	/** What n8n has not yet said to have. */
	private readonly underWay = new Set<string>();
	private renewedAtMs = 0;

	constructor(
		private readonly context: Pick<ITriggerFunctions, 'emit' | 'helpers'>,
		private readonly rules: HandOverRules,
	) {}

	/** Keeps what is under way from others; to be called with every look. */
	async renew(): Promise<void> {
		const { now, leaseMs, renew } = this.rules;
		if (this.underWay.size === 0 || now() < this.renewedAtMs + leaseMs / 4) return;
		this.renewedAtMs = now();
		await renew([...this.underWay], this.renewedAtMs + leaseMs);
	}

	/**
	 * Hands one claim over; never throws.
	 *
	 * @param id - of the claim, the same whoever hands it over
	 * @param makeOutputs - gives undefined where there is nothing to tell any more
	 */
	async handOver(id: string, makeOutputs: () => Promise<INodeExecutionData[][] | undefined>): Promise<void> {
		this.underWay.add(id);
		const isHandedOver = await this.emit(id, makeOutputs).catch((error: unknown) => this.rules.onFailure(error));
		if (isHandedOver !== true) this.underWay.delete(id);
	}

	private async emit(id: string, makeOutputs: () => Promise<INodeExecutionData[][] | undefined>): Promise<boolean> {
		const { nameOf, settle, onFailure } = this.rules;
		const outputs = await makeOutputs();
		if (!outputs) {
			await settle(id);
			return false;
		}
		const done = this.context.helpers.createDeferredPromise<IRun>();
		const settled = done.promise.then(async () => await settle(id)).catch(onFailure);
		void settled.finally(() => this.underWay.delete(id));
		this.context.emit(outputs, undefined, done, nameOf(id));
		return true;
	}
}

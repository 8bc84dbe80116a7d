import { createHash } from 'node:crypto';

import type { INodeExecutionData, ITriggerFunctions } from 'n8n-workflow';

import { createAccountOpener } from '../../shared/n8n/account/createAccountOpener';
import type { Account } from '../../shared/n8n/account/openAccount';
import { HandOvers } from '../../shared/n8n/HandOvers';
import type { TriggerEventName } from '../choice/triggerEvents';
import { receiverOf } from '../gathering/receiverOf';
import type { StoreEventSource } from './StoreEventSource';

/** How long nobody else may have what a process has claimed that may have died. */
const LEASE_MS = 2 * 60_000;
/** Events whose items are made at once, at the most. */
const BATCH_SIZE = 50;

/** Looks for what no webhook brings, and hands it over to n8n, one execution for each event. */
export class StoreEventWatch {
	private readonly openAccount: () => Promise<Account>;
	private readonly receiver: string;
	private readonly handOvers: Map<StoreEventSource, HandOvers>;

	/** @param events - those that the builder chose, in the order of the outputs */
	constructor(
		private readonly context: ITriggerFunctions,
		private readonly events: TriggerEventName[],
		sources: StoreEventSource[],
		private readonly now: () => number,
	) {
		this.openAccount = createAccountOpener(context, now);
		this.receiver = receiverOf(context);
		this.handOvers = new Map(sources.map((source) => [source, this.openHandOvers(source)]));
	}

	/**
	 * Finds what is new, and puts out all that is due. What keeps one kind from being found keeps nothing back that was found before, nor the
	 * other kind.
	 *
	 * @throws {WhatsAppSessionError} when the store or Meta could not be asked
	 */
	async look(): Promise<void> {
		const account = await this.openAccount();
		const failures: unknown[] = [];
		const attempt = async (step: Promise<void>) => await step.catch((error: unknown) => void failures.push(error));
		for (const [source, handOvers] of this.handOvers) {
			await attempt(handOvers.renew());
			await attempt(source.find(account, this.receiver, this.now()));
			await attempt(this.tell(account, source, handOvers));
		}
		if (failures.length > 0) throw failures[0];
	}

	private async tell(account: Account, source: StoreEventSource, handOvers: HandOvers): Promise<void> {
		for (let claimed = BATCH_SIZE; claimed === BATCH_SIZE; ) {
			const atMs = this.now();
			const claim = { receiver: this.receiver, kind: source.kind, atMs, leaseUntilMs: atMs + LEASE_MS, limit: BATCH_SIZE };
			const subjects = await account.store().claimStoreEvents(claim);
			await Promise.all(
				subjects.map((subject) => handOvers.handOver(subject, async () => this.toOutputs(source, await source.toItem(account, subject, atMs)))),
			);
			claimed = subjects.length;
		}
	}

	private toOutputs({ kind }: StoreEventSource, item: INodeExecutionData | undefined): INodeExecutionData[][] | undefined {
		return item && this.events.map((event) => (event === kind ? [item] : []));
	}

	private openHandOvers({ kind }: StoreEventSource): HandOvers {
		const { receiver, context } = this;
		const topic = { receiver, kind };
		return new HandOvers(context, {
			// A subject may name a person, and is as long as it likes.
			nameOf: (subject) => `whatsapp-session/event/${createHash('sha256').update(JSON.stringify([receiver, kind, subject])).digest('base64url')}`,
			leaseMs: LEASE_MS,
			now: this.now,
			renew: async (subjects, leaseUntilMs) => await (await this.openAccount()).store().renewStoreEvents(topic, subjects, leaseUntilMs),
			settle: async (subject) => await (await this.openAccount()).store().settleStoreEvents(topic, [subject]),
			onFailure: (error) => context.logger.warn('WhatsApp Session Trigger could not hand an event over; it comes again', { error }),
		});
	}
}

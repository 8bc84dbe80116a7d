import { DateTime } from 'luxon';
import type { INodeExecutionData, IRun, ITriggerFunctions } from 'n8n-workflow';

import { createAccountOpener } from '../../shared/n8n/account/createAccountOpener';
import type { Account } from '../../shared/n8n/account/openAccount';
import { downloadMedia } from '../../shared/n8n/media/downloadMedia';
import type { GatheredClaim, Gathering } from '../../shared/store/Gatherings';
import type { Store } from '../../shared/store/Store';
import type { MessageEvent } from '../../shared/webhook/parsing/WebhookEvent';
import type { TriggerSettings } from '../choice/TriggerSettings';
import { isWanted } from '../choice/isWanted';
import { findEventRecords } from '../items/findEventRecords';
import { makeEventItem } from '../items/makeEventItem';
import { claimWaits, type WaitState } from './claimWaits';
import { continueWithGathered } from './continueWithGathered';
import { receiverOf } from './receiverOf';
import { toCombinedItem } from './toCombinedItem';

/** How long nobody else may have what a process has claimed that may have died. */
const LEASE_MS = 60_000;
/** People whose items are made at once, at the most. Executions may last for hours, so nothing waits for those. */
const BATCH_SIZE = 50;

/** Hands messages over to n8n that were gathered: to the execution that waits for them, else one execution for each person. */
export class GatheringWatch {
	/** What n8n has not yet said to have. */
	private readonly underWay = new Set<string>();
	/** Executions that are being continued; n8n may take its time. */
	private readonly answering = new Set<Promise<void>>();
	private renewedAtMs = 0;
	private readonly openAccount: () => Promise<Account>;

	/**
	 * @param now - the clock, epoch milliseconds
	 * @param aheadMs - how long before its time everything is due, and as much longer a lease lasts; milliseconds
	 */
	constructor(
		private readonly context: ITriggerFunctions,
		private readonly settings: TriggerSettings,
		private readonly now: () => number,
		private readonly aheadMs = 0,
	) {
		this.openAccount = createAccountOpener(context, now);
	}

	/**
	 * Puts out all that is due.
	 *
	 * @throws {WhatsAppSessionError} when the store cannot be used
	 */
	async look(): Promise<void> {
		const store = (await this.openAccount()).store();
		await this.renew(store);
		for (let claimed = BATCH_SIZE; claimed === BATCH_SIZE; ) {
			const atMs = this.now() + this.aheadMs;
			const claim = { receiver: receiverOf(this.context), atMs, leaseUntilMs: atMs + LEASE_MS };
			const gatherings = await store.claimGatherings({ ...claim, limit: BATCH_SIZE });
			const waits = await claimWaits(store, gatherings, { ...claim, atMs: this.now(), leaseUntilMs: this.now() + LEASE_MS });
			await Promise.all(gatherings.map((gathering) => this.handOver(store, gathering, waits.get(gathering.gatheringId))));
			claimed = gatherings.length;
		}
	}

	/** Resolves when no execution is being continued any more. */
	async settled(): Promise<void> {
		await Promise.all(this.answering);
	}

	private async renew(store: Store): Promise<void> {
		if (this.underWay.size === 0 || this.now() < this.renewedAtMs + LEASE_MS / 4) return;
		this.renewedAtMs = this.now();
		await store.renewGatherings([...this.underWay], this.renewedAtMs + this.aheadMs + LEASE_MS);
	}

	private async handOver(store: Store, gathering: Gathering, wait: WaitState | undefined): Promise<void> {
		if (typeof wait !== 'object') return await this.start(store, gathering, wait);
		const answering = this.answer(store, gathering, wait)
			.catch((error: unknown) => void this.warn(error))
			.finally(() => this.answering.delete(answering));
		this.answering.add(answering);
	}

	/** What is not decided comes again when its lease is over. */
	private async answer(store: Store, gathering: Gathering, claim: GatheredClaim): Promise<void> {
		const { gatheringId } = gathering;
		const events = eventsOf(gathering);
		this.underWay.add(gatheringId);
		const outcome = await this.toItems(store, events)
			.then((items) => continueWithGathered(this.context, store, claim, { gathering, events, item: toCombinedItem(items).json }))
			.finally(() => this.underWay.delete(gatheringId));
		if (outcome === 'continued' || outcome === 'gone') await this.start(store, gathering, outcome);
	}

	/** Starts the workflow, if that is what the builder wants for messages that have continued an execution, or that nobody waits for. */
	private async start(store: Store, gathering: Gathering, wait?: 'continued' | 'gone'): Promise<void> {
		const { gatheringId } = gathering;
		const events = await this.wantedOf(gathering, wait);
		if (events.length === 0) return await store.removeGatherings([gatheringId]);
		this.underWay.add(gatheringId);
		const isHandedOver = await this.emit(store, gatheringId, events).catch((error: unknown) => this.warn(error));
		if (!isHandedOver) this.underWay.delete(gatheringId);
	}

	/** An answer may be one that the builder did not choose to see. */
	private async wantedOf(gathering: Gathering, wait?: 'continued' | 'gone'): Promise<MessageEvent[]> {
		// The builder wants no messages any more, or none that were waited for.
		if (!this.settings.events.includes('message') || (wait === 'continued' && !this.settings.startsForAnswers)) return [];
		const { credentials } = await this.openAccount();
		const events = eventsOf(gathering);
		return wait === undefined ? events : events.filter((event) => isWanted(event, this.settings, credentials.businessAccountId));
	}

	private async emit(store: Store, gatheringId: string, events: MessageEvent[]): Promise<true> {
		const item = await this.toItem(store, events);
		const outputs = this.settings.events.map((event) => (event === 'message' ? [item] : []));
		const done = this.context.helpers.createDeferredPromise<IRun>();
		const settled = done.promise.then(() => store.removeGatherings([gatheringId])).catch((error: unknown) => this.warn(error));
		void settled.finally(() => this.underWay.delete(gatheringId));
		// By this name n8n starts one execution, whatever process asks for it once more.
		this.context.emit(outputs, undefined, done, `whatsapp-session/gathering/${gatheringId}`);
		return true;
	}

	private async toItems(store: Store, events: MessageEvent[]): Promise<INodeExecutionData[]> {
		const { credentials } = await this.openAccount();
		const records = await findEventRecords(store, credentials.businessAccountId, events);
		const receivedAt = DateTime.fromMillis(this.now(), { zone: 'utc' });
		return events.map((event, index) => makeEventItem(this.context, event, records[index] ?? {}, receivedAt, this.settings));
	}

	private async toItem(store: Store, events: MessageEvent[]): Promise<INodeExecutionData> {
		const { credentials } = await this.openAccount();
		const items = await this.toItems(store, events);
		const maxSizeBytes = this.settings.mediaLimitBytes;
		return toCombinedItem(maxSizeBytes === undefined ? items : await downloadMedia(this.context, items, { credentials, maxSizeBytes }));
	}

	/** Its lease runs out. Where n8n has the execution after all, it knows it by its name and starts nothing. */
	private warn(error: unknown): void {
		this.context.logger.warn('WhatsApp Session Trigger could not hand combined messages over; they come again', { error });
	}
}

/** In the order in which they were written, and of one second that in which they arrived. */
function eventsOf({ messages }: Gathering): MessageEvent[] {
	return messages.map(({ event }) => JSON.parse(event) as MessageEvent).sort((one, other) => one.atMs - other.atMs);
}

import { randomUUID } from 'node:crypto';

import type { INodeExecutionData, ITriggerFunctions } from 'n8n-workflow';

import { dueInboundMs } from '../shared/domain/closingAlarm';
import type { Session } from '../shared/domain/Session';
import { createNumberList } from '../shared/n8n/account/createNumberList';
import type { Account } from '../shared/n8n/account/openAccount';
import { HandOvers } from '../shared/n8n/HandOvers';
import type { ClosingBatch } from '../shared/store/ClosingAlarms';
import type { ClosingSettings } from './readSettings';
import { toClosingItems } from './toClosingItems';

/** How long nobody else may have a batch of a process that may have died. */
const LEASE_MS = 2 * 60_000;
/** Windows of one execution at the most, and executions of one look: what this process holds of them has a limit. */
const BATCH_SIZE = 500;
const BATCHES_OF_A_LOOK = 10;
/** As many as a builder looks at. */
const SHOWN = 10;

/** Looks for windows that are about to close, and hands them over to n8n. */
export class ClosingWatch {
	private readonly handOvers: HandOvers;
	private readonly numbersOf: ReturnType<typeof createNumberList>;

	constructor(
		context: ITriggerFunctions,
		private readonly settings: ClosingSettings,
		private readonly openAccount: () => Promise<Account>,
		private readonly now: () => number,
	) {
		this.numbersOf = createNumberList(now);
		this.handOvers = new HandOvers(context, {
			nameOf: (id) => `whatsapp-session/closing/${id}`,
			leaseMs: LEASE_MS,
			now,
			renew: async (ids, leaseUntilMs) => await (await openAccount()).store().renewClosings(ids, leaseUntilMs),
			settle: async (id) => await (await openAccount()).store().acknowledgeClosings([id]),
			onFailure: (error) => context.logger.warn('WhatsApp Session: closing windows could not be handed over, and come again', { error }),
		});
	}

	/** Begins anew: windows that have closed while the workflow was not published are nothing to it. */
	async begin(): Promise<void> {
		await (await this.openAccount()).store().beginClosings(this.settings.alarmId, this.now());
	}

	/** Puts out all that is due, in batches. @throws {WhatsAppSessionError} when the store cannot be used, or the numbers cannot be listed */
	async look(): Promise<void> {
		const store = (await this.openAccount()).store();
		await this.handOvers.renew();
		for (let batches = 0; batches < BATCHES_OF_A_LOOK; batches++) {
			const query = await this.toQuery(BATCH_SIZE);
			const claim = { alarm: this.settings.alarmId, batchId: randomUUID(), leaseUntilMs: query.atMs + LEASE_MS };
			const batch = await store.claimClosings({ ...query, ...claim });
			if (!batch) return;
			await this.handOver(batch);
		}
	}

	/** Gives the items of the windows that close next, due or not; claims nothing. */
	async show(): Promise<INodeExecutionData[]> {
		const query = await this.toQuery(SHOWN);
		const store = (await this.openAccount()).store();
		return await this.toItems(await store.findClosings({ ...query, dueInboundMs: query.atMs }));
	}

	private async toQuery(limit: number) {
		const { alarm, onlyUnanswered } = this.settings;
		const phoneNumberIds = await this.listNumbers();
		const atMs = this.now();
		return { phoneNumberIds, onlyUnanswered, atMs, dueInboundMs: dueInboundMs(alarm, atMs), limit };
	}

	/** All numbers of the account where none was chosen: other accounts may share the store. */
	private async listNumbers(): Promise<string[]> {
		if (this.settings.phoneNumberIds.length > 0) return this.settings.phoneNumberIds;
		return (await this.numbersOf(await this.openAccount())).map(({ id }) => id);
	}

	private async toItems(sessions: Session[]): Promise<INodeExecutionData[]> {
		const account = await this.openAccount();
		const { businessAccountId } = account.credentials;
		const users = sessions.map(({ bsuid, waId }) => ({ bsuid, waId }));
		const consents = await account.store().findConsent(businessAccountId, users);
		const conversations = sessions.map((session, index) => ({ session, consent: consents[index] }));
		return toClosingItems(conversations, this.settings, businessAccountId, this.now());
	}

	private async handOver({ batchId, sessions }: ClosingBatch): Promise<void> {
		await this.handOvers.handOver(batchId, async () => (sessions.length === 0 ? undefined : [await this.toItems(sessions)]));
	}
}

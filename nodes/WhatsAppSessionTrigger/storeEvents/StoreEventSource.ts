import type { INodeExecutionData } from 'n8n-workflow';

import type { Account } from '../../shared/n8n/account/openAccount';
import type { StoreEventKind } from '../../shared/store/StoreEvents';

/** Where events of one kind come from that no webhook brings. */
export interface StoreEventSource {
	kind: StoreEventKind;
	/**
	 * Puts all on record that is to be told of.
	 *
	 * @param receiver - names the trigger; see `receiverOf`
	 * @param atMs - now; epoch milliseconds, UTC
	 * @throws {WhatsAppSessionError} when the store or Meta cannot be asked
	 */
	find(account: Account, receiver: string, atMs: number): Promise<void>;
	/** Gives the item of what was found; undefined where it is not so any more. */
	toItem(account: Account, subject: string, atMs: number): Promise<INodeExecutionData | undefined>;
}

import type { ITriggerFunctions, ITriggerResponse } from 'n8n-workflow';

import { InvalidInputError } from '../shared/domain/InvalidInputError';
import { createAccountOpener } from '../shared/n8n/account/createAccountOpener';
import { toNodeError } from '../shared/n8n/items/toNodeError';
import { lookRegularly } from '../shared/n8n/lookRegularly';
import { ClosingWatch } from './ClosingWatch';
import { readSettings, type ClosingSettings } from './readSettings';

const INTERVAL_MS = 30_000;

/**
 * Watches for windows that are about to close until the workflow is unpublished or n8n ends.
 *
 * @param now - the clock, epoch milliseconds
 * @throws {WhatsAppSessionError} when a parameter cannot be used, or the store cannot be opened; n8n shows it at publication
 */
export async function watchClosings(context: ITriggerFunctions, now: () => number = () => Date.now()): Promise<ITriggerResponse> {
	const settings = readSettings(context);
	const openAccount = createAccountOpener(context, now);
	// A credential that cannot be used is said at publication.
	await openAccount();
	const watch = new ClosingWatch(context, settings, openAccount, now);
	if (context.getMode() === 'manual') return { manualTriggerFunction: async () => await showSoonest(context, watch, settings) };
	if (context.getActivationMode() === 'activate') await watch.begin();
	const onFailure = (error: unknown) => context.logger.error('WhatsApp Session: closing windows could not be looked for; trying again', { error });
	return { closeFunction: lookRegularly({ intervalMs: INTERVAL_MS, look: async () => await watch.look(), onFailure }) };
}

async function showSoonest(context: ITriggerFunctions, watch: ClosingWatch, { onlyUnanswered }: ClosingSettings): Promise<void> {
	const items = await watch.show().catch((error: unknown) => {
		throw toNodeError(context.getNode(), error);
	});
	if (items.length > 0 && items[0]?.json.count !== 0) return context.emit([items]);
	const somebodyWrites = 'somebody write to your business number while a workflow with the WhatsApp Session Trigger is published';
	const nobody = new InvalidInputError(
		'Conversations',
		'No conversation that this trigger is about is open right now, so there is nothing to show.',
		onlyUnanswered
			? `Conversations that have been answered are left out: choose 'All' in 'Conversations' to see them too. Or let ${somebodyWrites}, and do not answer; then execute this step again.`
			: `Let ${somebodyWrites}; then execute this step again.`,
	);
	throw toNodeError(context.getNode(), nobody);
}

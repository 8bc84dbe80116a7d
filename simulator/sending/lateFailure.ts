import type { World } from '../world/World.ts';
import { orderFailure } from './orderFailure.ts';
import type { SendDraft } from './SendDraft.ts';

/**
 * The code with which Meta later fails a message that it accepted; undefined when it arrives.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes (read 2026-09-11)
 */
export function lateFailure(world: World, draft: SendDraft): number | undefined {
	const { person, group, template } = draft;
	if (group) return template || world.windows.state(draft.number.id, group.id, draft.nowMs).isOpen ? undefined : 131047;
	if (!person) return undefined;
	if (!person.isOnWhatsApp) return 131026;
	if (draft.generatedTemplateId !== undefined) return undefined;
	if (template) return template.category === 'MARKETING' && person.hasStoppedMarketing ? 131050 : undefined;
	return world.windows.state(draft.number.id, person.waId, draft.nowMs).isOpen ? orderFailure(world, draft) : 131047;
}

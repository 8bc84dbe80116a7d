import { GraphError } from '../graph/GraphError.ts';
import type { SendDraft } from './SendDraft.ts';

const TYPES = new Set(['text', 'image', 'video', 'audio', 'document', 'sticker', 'template']);

/**
 * Refuses what groups do not take: anything but texts, files and templates of them, one-time codes and carousels. Meta says what they take, and
 * not with which code it refuses the rest.
 *
 * @throws {GraphError} 131009
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/groups (dated 2026-06-16)
 */
export function checkGroupMessage({ group, type, template, generatedTemplateId, endpoint }: SendDraft): void {
	if (!group) return;
	const isCarousel = template?.components.some((component) => component.type === 'CAROUSEL') ?? false;
	const isFit = TYPES.has(type) && template?.category !== 'AUTHENTICATION' && !isCarousel && generatedTemplateId === undefined;
	if (isFit && endpoint === 'messages') return;
	throw new GraphError(131009, { details: 'This kind of message is not supported in groups' });
}

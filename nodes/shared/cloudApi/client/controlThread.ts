import { InvalidInputError } from '../../domain/InvalidInputError';
import type { Recipient } from '../../domain/Recipient';
import { toUnreadableAnswerError } from '../errors/toUnreadableAnswerError';
import { callGraph, type GraphCalling } from './callGraph';
import type { GraphRequest } from './GraphTransport';
import { toGraphId } from './toGraphId';
import { toRecipientAddress } from './toRecipientAddress';

/** The roles that responders have in conversation routing; another one Meta does not know. */
export const THREAD_ROLES = ['ai_agent', 'ctwa', 'customer_service', 'escalation', 'marketing', 'utility'] as const;
/** Who gets what is passed without a role. Meta's two pages differ in whether the role may be named; leaving it out is right on both. */
const ROLE_WITHOUT_NAME = 'escalation';

const LONGEST_NOTE = 2_000;

/** What is to become of a conversation: handed to a responder with a role, let go, or taken from its owner. */
export interface ThreadAction {
	action: 'pass' | 'release' | 'take';
	recipient: Recipient;
	/** Of `pass` alone: who gets it; one of {@link THREAD_ROLES}. */
	targetRole?: string;
	/** What the next owner reads; at most 2,000 characters; undefined for nothing. */
	note?: string;
}

/**
 * Moves a conversation between the responders of an account; see `CloudApi.controlThread`. Made once: a second try of a hand-over that went
 * through would be refused. Meta answers with the product and the ID of the request, and with no word of success.
 *
 * @throws {InvalidInputError} when no responder can have the role, or the note is too long
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/conversation-routing/thread-control/ (as quoted on 2026-11-27)
 */
export async function controlThread(calling: GraphCalling, phoneNumberId: string, { action, recipient, targetRole, note }: ThreadAction): Promise<void> {
	const role = action === 'pass' ? requireRole(targetRole) : ROLE_WITHOUT_NAME;
	const { to, recipient: bsuid }: { to?: string; recipient?: string } = toRecipientAddress(recipient);
	const body = {
		messaging_product: 'whatsapp',
		action,
		...(to === undefined ? { recipient: bsuid } : { to }),
		...(role !== ROLE_WITHOUT_NAME && { control_pass: { target_role: role } }),
		...(note && { metadata: requireNote(note) }),
	};
	const path = `/${toGraphId('Business Phone Number', phoneNumberId)}/thread_control`;
	const request: GraphRequest = { method: 'POST', path, body };
	const answer = await callGraph({ ...calling, maxTries: 1 }, request);
	if (answer.body.messaging_product !== 'whatsapp' && answer.body.success !== true) throw toUnreadableAnswerError(answer, request);
}

function requireRole(role: string | undefined): string {
	if ((THREAD_ROLES as readonly (string | undefined)[]).includes(role)) return role!;
	throw new InvalidInputError(
		'Target Role',
		`'Target Role' is no role of conversation routing: ${String(JSON.stringify(role ?? '')).slice(0, 60)}`,
		`Give one of ${THREAD_ROLES.join(', ')}; WhatsApp Manager shows who has which.`,
	);
}

function requireNote(note: string): string {
	if (note.length <= LONGEST_NOTE) return note;
	throw new InvalidInputError(
		'Note',
		`'Note' has ${note.length} characters, and WhatsApp takes ${LONGEST_NOTE}.`,
		'Shorten it, for example to a summary of what the person wants.',
	);
}

import { ControlError } from '../control/ControlError.ts';
import type { Engine } from '../Engine.ts';
import { handoverUpdate } from '../webhooks/handoverUpdate.ts';
import { threadRoles, type ThreadOwner } from '../world/ThreadOwners.ts';
import { findParticipants } from './findParticipants.ts';

/** What the second responder of the account does with a conversation. */
export interface MoveThreadInput {
	/** Person in it: phone number in any spelling, wa_id or BSUID. */
	with: string;
	/** Who has it from now on. */
	owner: ThreadOwner;
	/** What it writes for the app; undefined for nothing. */
	metadata?: string;
	/** Role that the app has from now on; undefined leaves it. */
	appRole?: string;
	/** Undefined takes the first business number. */
	phoneNumberId?: string;
}

/**
 * Gives a conversation to the app, to the second responder, or to nobody. Who gains or loses it is told, by `messaging_handovers`; while
 * the second responder has it the app hears the person on `standby`.
 *
 * @throws {ControlError} for an unknown side or role
 */
export function moveThread(engine: Engine, input: MoveThreadInput): { owner: ThreadOwner } {
	const { owner, metadata, appRole, phoneNumberId } = input;
	const { world, clock, deliveries } = engine;
	const { person, number } = findParticipants(engine, { from: input.with, ...(phoneNumberId && { phoneNumberId }) });
	if (appRole !== undefined && !threadRoles.includes(appRole)) throw new ControlError(`"${appRole}" is no role; there are ${threadRoles.join(', ')}.`);
	if (appRole !== undefined) world.threads.appRole = appRole;
	const atMs = clock.nowMs();
	const before = world.threads.ownerOf(number.id, person.waId, atMs);
	world.threads.give(number.id, person.waId, owner, atMs);
	if (before === owner || owner === 'nobody') return { owner };
	const control = owner === 'app' ? 'control_passed' : 'control_taken';
	deliveries.enqueue(
		handoverUpdate({ person, number, control, appRole: world.threads.appRole, atMs, ...(metadata !== undefined && { metadata }) }),
	);
	return { owner };
}

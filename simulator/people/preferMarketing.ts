import type { Engine } from '../Engine.ts';
import { preferenceUpdate } from '../webhooks/preferenceUpdate.ts';
import type { Person } from '../world/Person.ts';
import type { ParticipantNames } from './findParticipants.ts';
import { findParticipants } from './findParticipants.ts';

/** A person's switch for marketing messages of this business. */
export interface PreferenceInput extends ParticipantNames {
	/** `stop` lets marketing templates fail with 131050 from now on; `signup` came through a sign-up link. */
	value: 'stop' | 'resume' | 'signup';
	/** Of `signup`: the link's ID; a sample when undefined. */
	signupId?: string;
}

/** Lets a person stop or resume marketing messages in WhatsApp, or sign up for them; it opens no window. */
export function preferMarketing(engine: Engine, input: PreferenceInput): Person {
	const { person, number } = findParticipants(engine, input);
	const changed = engine.world.putPerson({ waId: person.waId, hasStoppedMarketing: input.value === 'stop' });
	const signup = input.value === 'signup' && { signupId: input.signupId ?? '1287340215' };
	const change = { person: changed, number, value: input.value, atMs: engine.clock.nowMs(), ...signup };
	engine.deliveries.enqueue(preferenceUpdate(change));
	return changed;
}

import type { Engine } from '../Engine.ts';
import { preferenceUpdate } from '../webhooks/preferenceUpdate.ts';
import type { Person } from '../world/Person.ts';
import type { ParticipantNames } from './findParticipants.ts';
import { findParticipants } from './findParticipants.ts';

/** A person's switch for marketing messages of this business. */
export interface PreferenceInput extends ParticipantNames {
	/** `stop` lets marketing templates fail with 131050 from now on. */
	value: 'stop' | 'resume';
}

/** Lets a person stop or resume marketing messages in WhatsApp; it opens no window. */
export function preferMarketing(engine: Engine, input: PreferenceInput): Person {
	const { person, number } = findParticipants(engine, input);
	const changed = engine.world.putPerson({ waId: person.waId, hasStoppedMarketing: input.value === 'stop' });
	engine.deliveries.enqueue(preferenceUpdate(changed, number, engine.clock.nowMs()));
	return changed;
}

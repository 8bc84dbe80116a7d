import type { Simulator } from '../../simulator/Simulator.ts';
import { demoPeople } from './demoPeople.ts';

const HOURS_AGO = 25;

/**
 * Lets the people of the demo do what they have done so far: one wrote 25 hours ago, one just now, one never.
 *
 * The older message arrives with its own timestamp, as one does that Meta delivers late.
 */
export async function seedConversations(simulator: Simulator): Promise<void> {
	for (const person of Object.values(demoPeople)) simulator.putPerson(person);
	simulator.setClock({ agoHours: HOURS_AGO });
	simulator.write({ from: demoPeople.wroteYesterday.waId, text: 'Do you have the fern in a larger pot?' });
	simulator.setClock({ reset: true });
	simulator.write({ from: demoPeople.justWrote.waId, text: 'Hello, when will my order arrive?' });
	await simulator.idle();
}

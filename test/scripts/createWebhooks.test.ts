import { createWebhooks } from '../../scripts/bench/trigger/createWebhooks';
import { combineCases, type TriggerCase } from '../../scripts/bench/trigger/triggerCases';

const MESSAGES = 60;

/** Who wrote the messages of a case, in their order. */
function writersOf(each: TriggerCase): string[] {
	const source = createWebhooks('secret');
	const bodies = Array.from({ length: MESSAGES }, () => JSON.parse(source.next(each).body.toString()) as { entry: Array<{ changes: Array<{ value: { messages: Array<{ from: string }> } }> }> });
	return bodies.map(({ entry }) => entry[0]?.changes[0]?.value.messages[0]?.from ?? '');
}

describe('The webhooks of the benchmark "trigger"', () => {
	it.each<[(typeof combineCases)[number]['name'], number]>([
		['own', MESSAGES],
		['ownCombined', MESSAGES],
		['single', 1],
		['singleCombined', 1],
	])('are of so many people for the case "%s": %d', (name, people) => {
		const each = combineCases.find((one) => one.name === name);
		expect(new Set(writersOf(each as TriggerCase)).size).toBe(people);
	});

	it('are five of each person, one after the other, where five are combined', () => {
		const five = combineCases.filter(({ name }) => name.startsWith('five'));
		expect(five).toHaveLength(2);
		for (const each of five) {
			// The first row has begun before the first message.
			const writers = writersOf(each).slice(4);
			expect(writers.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => writers[0]));
			expect(writers[5]).not.toBe(writers[0]);
			expect(new Set(writers).size).toBe(Math.ceil(writers.length / 5));
		}
	});

	it('name each message by an ID that never comes again', () => {
		const source = createWebhooks('secret');
		const ids = combineCases.flatMap((each) => Array.from({ length: MESSAGES }, () => source.next(each).ids).flat());
		expect(new Set(ids).size).toBe(MESSAGES * combineCases.length);
	});
});

import fc from 'fast-check';

import type { ConsentFact, ConsentKind } from '../../nodes/shared/domain/Consent';
import type { Store } from '../../nodes/shared/store/Store';
import type { OpenStore } from './OpenStore';
import { nameKind, PeopleStory, peopleStep, somebody, STORY_ACCOUNT, type NameKind, type PeopleStep } from './peopleStory';

/** Something that a person says, or is said to have said up to some steps ago. */
interface SayStep {
	kind: 'say';
	person: string;
	by: NameKind | 'both';
	about: ConsentKind;
	state: ConsentFact['state'];
	stepsAgo: number;
}

const CATEGORIES = ['marketing', 'utility', 'authentication'] as const;
const say: fc.Arbitrary<SayStep> = fc.record({
	kind: fc.constant('say' as const),
	person: somebody,
	by: fc.oneof(nameKind, fc.constant('both' as const)),
	about: fc.constantFrom<ConsentKind>('marketing', 'utility', 'everything', 'topic:news'),
	state: fc.constantFrom<ConsentFact['state']>('optedIn', 'optedOut'),
	stepsAgo: fc.nat(4),
});
/** A number that is left without a word may be somebody else's from then on, and only opt-outs are kept for it; see `describeOptOuts`. */
const namedStep = peopleStep.filter(({ kind }) => kind !== 'changeNumberSilently');

/** What a person has said, in any order and under any name, is what the store knows of the person under every name. */
export function describeConsentStories(open: OpenStore): void {
	describe('consent', () => {
		let store: Store;
		beforeEach(async () => void ({ store } = await open()));
		afterEach(() => store.close());

		it('is what a reader of everything said remembers, in whatever order people write, speak and get new names', async () => {
			let run = 0;
			await fc.assert(
				fc.asyncProperty(fc.array(fc.oneof(namedStep, say, say), { maxLength: 12 }), async (steps) => {
					run += 1;
					await expectAllKnown(store, steps, String(run));
				}),
				{ numRuns: 200 },
			);
		});
	});
}

async function expectAllKnown(store: Store, steps: Array<PeopleStep | SayStep>, run: string): Promise<void> {
	const story = new PeopleStory(store, run);
	const said: Array<SayStep & { names: string[]; atMs: number }> = [];
	for (const step of steps) {
		if (step.kind !== 'say') await story.play(step);
		else {
			const user = story.nameOf(step.person, step.by);
			const atMs = story.nextMs() - step.stepsAgo * 1000;
			const { about: kind, state } = step;
			await store.recordConsent([{ businessAccountId: STORY_ACCOUNT, user, kind, state, atMs, source: 'form', evidence: `${said.length}` }]);
			const names = [user.bsuid, user.waId].filter((name) => name !== undefined);
			// Who opts in or out under both names has shown that they belong together.
			said.push({ ...step, names, atMs });
		}
	}
	for (const person of ['a', 'b']) {
		for (const by of ['bsuid', 'waId'] as const) {
			const user = story.nameOf(person, by);
			const known = story.namesOf(user);
			const heard = said.filter(({ names }) => names.some((name) => known.has(name)));
			const [consent] = await store.findConsent(STORY_ACCOUNT, [user]);
			const actual = CATEGORIES.map((category) => consent?.[category]);
			expect({ steps, user, consent: actual }).toEqual({ steps, user, consent: CATEGORIES.map((category) => remember(heard, category)) });
		}
	}
}

/** Goes through what was said in the order of time, opt-outs last, and remembers what holds of one kind. */
function remember(said: Array<Pick<SayStep, 'about' | 'state'> & { atMs: number }>, kind: ConsentKind): string {
	let own = 'unknown';
	let all = 'unknown';
	for (const { about, state } of said.toSorted((a, b) => a.atMs - b.atMs || a.state.localeCompare(b.state))) {
		if (about === 'everything') all = state;
		if (about === kind) {
			own = state;
			if (state === 'optedIn' && all === 'optedOut') all = 'unknown';
		}
	}
	if (all === 'optedOut') return all;
	return own === 'unknown' ? all : own;
}

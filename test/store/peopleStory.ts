import fc from 'fast-check';

import type { UserIdentity } from '../../nodes/shared/domain/Session';
import type { Store } from '../../nodes/shared/store/Store';
import { NOON_MS } from './instants';
import { toWebhookRecord } from './toWebhookRecord';

/** The account that all stories are about. */
export const STORY_ACCOUNT = 'waba';

/** Something that people do, whom the business knows by the names they show. */
export type PeopleStep =
	| { kind: 'write'; person: string; by: NameKind | 'both' }
	| { kind: 'changeNumber' | 'changeUserId' | 'changeNumberSilently'; person: string };

/** One of the two names of a person. */
export type NameKind = 'bsuid' | 'waId';

/** Names of the two people of a story. */
export const somebody = fc.constantFrom('a', 'b');
/** One of the two kinds of names. */
export const nameKind = fc.constantFrom<NameKind>('bsuid', 'waId');

/** Steps of a story that change what is known about who is who. */
export const peopleStep: fc.Arbitrary<PeopleStep> = fc.oneof(
	fc.record({ kind: fc.constant('write' as const), person: somebody, by: fc.constantFrom<NameKind | 'both'>('bsuid', 'waId', 'both') }),
	fc.record({ kind: fc.constantFrom('changeNumber' as const, 'changeUserId' as const, 'changeNumberSilently' as const), person: somebody }),
);

/**
 * Two people, who know who they are, and a business that knows what it is shown. Written apart from the store: two names count as
 * one person from the moment the business could know it, after a message that shows both or a notice that the one became the other.
 */
export class PeopleStory {
	private readonly people: Map<string, { bsuid: string; waId: string; changes: number }>;
	private readonly known = new Map<string, Set<string>>();
	private steps = 0;

	/** @param run - tells its people from those of other stories in the same store */
	constructor(
		private readonly store: Store,
		private readonly run: string,
	) {
		const number = (digit: number) => `1${run.padStart(6, '0')}${digit}0`;
		this.people = new Map([
			['a', { bsuid: `US.a${run}.0`, waId: number(1), changes: 0 }],
			['b', { bsuid: `US.b${run}.0`, waId: number(2), changes: 0 }],
		]);
	}

	/** An instant for the next step; each is a second later than the one before. */
	nextMs(): number {
		this.steps += 1;
		return NOON_MS + this.steps * 1000;
	}

	/** The current name of a person, or both. */
	nameOf(person: string, by: NameKind | 'both'): UserIdentity {
		const { bsuid, waId } = this.people.get(person)!;
		return { ...(by !== 'waId' && { bsuid }), ...(by !== 'bsuid' && { waId }) };
	}

	/** Every name that the business knows to be the same person's, this one included. */
	namesOf({ bsuid, waId }: UserIdentity): Set<string> {
		const name = bsuid ?? waId ?? '';
		return this.known.get(name) ?? this.known.set(name, new Set([name])).get(name)!;
	}

	/** Makes the business forget which names belong together with this one. @returns all of them */
	part(user: UserIdentity): string[] {
		const names = [...this.namesOf(user)];
		for (const name of names) this.known.set(name, new Set([name]));
		return names;
	}

	/** Lets the step happen, and tells the store as the trigger would. */
	async play(step: PeopleStep): Promise<void> {
		const atMs = this.nextMs();
		if (step.kind === 'write') {
			const user = this.nameOf(step.person, step.by);
			await this.store.recordEvidence([{ kind: 'inbound', phoneNumberId: '1', user, atMs }]);
			if (step.by === 'both') this.unite({ bsuid: user.bsuid }, { waId: user.waId });
			return;
		}
		const by = step.kind === 'changeUserId' ? 'bsuid' : 'waId';
		const previous = this.nameOf(step.person, by);
		this.change(step.person, by);
		if (step.kind === 'changeNumberSilently') return;
		const current = this.nameOf(step.person, by);
		const renaming = { businessAccountId: STORY_ACCOUNT, previous, current, atMs, evidence: `wamid.${this.run}.${this.steps}` };
		const evidence = [{ kind: 'renaming' as const, phoneNumberId: '1', user: previous, atMs }];
		await this.store.recordWebhook(toWebhookRecord({ renamings: [renaming], evidence }));
		this.unite(previous, current);
	}

	private change(person: string, by: NameKind): void {
		const somebody = this.people.get(person)!;
		somebody.changes += 1;
		if (by === 'waId') somebody.waId = somebody.waId.slice(0, 8) + String(somebody.changes);
		else somebody.bsuid = somebody.bsuid.replace(/\.\d+$/, `.${somebody.changes}`);
	}

	private unite(one: UserIdentity, other: UserIdentity): void {
		const all = new Set([...this.namesOf(one), ...this.namesOf(other)]);
		for (const name of all) this.known.set(name, all);
	}
}

import fc from 'fast-check';
import { DateTime } from 'luxon';

import { combineVerdicts } from '../../../nodes/shared/domain/policies/combineVerdicts';
import { GO, type Verdict } from '../../../nodes/shared/domain/policies/Verdict';

const at = (iso: string) => DateTime.fromISO(iso, { zone: 'utc' }) as DateTime<true>;
const REASONS = ['optedOut', 'capReached', 'windowClosed', 'quietHours'];

const optedOut: Verdict = { kind: 'notSent', reason: 'optedOut', evidence: { category: 'marketing' } };
const windowClosed: Verdict = { kind: 'notSent', reason: 'windowClosed', message: 'It closed.', advice: 'Send a template.' };
const quietHours: Verdict = { kind: 'later', reason: 'quietHours', sendAt: at('2026-11-27T08:00:00Z') };
const capReached: Verdict = { kind: 'later', reason: 'capReached', sendAt: at('2026-11-29T12:00:00Z') };

describe('one decision of several verdicts', () => {
	test.each<[string, Verdict[], string, string[], string | undefined]>([
		['nobody has anything against it', [GO, GO], 'go', [], undefined],
		['there is no policy at all', [], 'go', [], undefined],
		['one wants it later', [GO, quietHours], 'later', ['quietHours'], '2026-11-27T08:00:00.000Z'],
		['two want it later', [quietHours, capReached], 'later', ['capReached', 'quietHours'], '2026-11-29T12:00:00.000Z'],
		['one keeps it back', [GO, windowClosed], 'notSent', ['windowClosed'], undefined],
		['one keeps it back and one wants it later', [quietHours, windowClosed], 'notSent', ['windowClosed', 'quietHours'], undefined],
		['two keep it back', [windowClosed, optedOut], 'notSent', ['optedOut', 'windowClosed'], undefined],
		['all of them speak', [GO, quietHours, windowClosed, capReached, optedOut], 'notSent', ['optedOut', 'windowClosed', 'capReached', 'quietHours'], undefined],
	])('where %s', (_, verdicts, kind, reasons, sendAt) => {
		const decision = combineVerdicts(verdicts, REASONS);
		const held = decision.kind === 'go' ? undefined : decision;
		expect([decision.kind, held?.objections.map(({ reason }) => reason) ?? [], held?.sendAt?.toISO()]).toEqual([kind, reasons, sendAt]);
	});

	it('keeps what each of them says', () => {
		const decision = combineVerdicts([windowClosed, optedOut], REASONS);
		expect(decision).toMatchObject({
			objections: [
				{ reason: 'optedOut', evidence: { category: 'marketing' } },
				{ reason: 'windowClosed', message: 'It closed.', advice: 'Send a template.' },
			],
		});
	});

	it('puts a reason that is not in the list behind those that are', () => {
		const strange: Verdict = { kind: 'notSent', reason: 'aStrangeOne' };
		const decision = combineVerdicts([strange, optedOut], REASONS);
		expect(decision).toMatchObject({ objections: [{ reason: 'optedOut' }, { reason: 'aStrangeOne' }] });
	});

	const reason = fc.constantFrom('optedOut', 'capReached', 'windowClosed', 'quietHours', 'paused', 'undecided');
	const sendAt = fc.integer({ min: 0, max: 10 }).map((days) => at('2026-11-26T00:00:00Z').plus({ days }));
	const verdict: fc.Arbitrary<Verdict> = fc.oneof(
		fc.constant(GO),
		fc.record({ kind: fc.constant('later' as const), reason, sendAt }),
		fc.record({ kind: fc.constant('notSent' as const), reason }),
	);
	const severity = { go: 0, later: 1, notSent: 2 };

	it('is always the strictest of them, with all reasons kept, whatever their order', () => {
		const shuffled = fc.array(verdict, { maxLength: 8 }).chain((verdicts) =>
			fc.tuple(fc.constant(verdicts), fc.shuffledSubarray(verdicts, { minLength: verdicts.length })),
		);
		fc.assert(
			fc.property(shuffled, ([verdicts, inAnotherOrder]) => {
				const decision = combineVerdicts(verdicts, REASONS);
				expect(severity[decision.kind]).toBe(Math.max(0, ...verdicts.map(({ kind }) => severity[kind])));
				const reasons = decision.kind === 'go' ? [] : decision.objections.map((objection) => objection.reason);
				const given = verdicts.flatMap((one) => (one.kind === 'go' ? [] : [one.reason]));
				expect([...reasons].sort()).toEqual(given.sort());
				const instants = verdicts.flatMap((one) => (one.kind === 'later' ? [one.sendAt.toMillis()] : []));
				if (decision.kind === 'later') expect(decision.sendAt?.toMillis()).toBe(Math.max(...instants));
				expect(combineVerdicts(inAnotherOrder, REASONS)).toEqual(decision);
			}),
			{ numRuns: 2_000 },
		);
	});
});

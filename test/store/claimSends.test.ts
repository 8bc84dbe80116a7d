import type { SendClaim } from '../../nodes/shared/store/SendLog';
import { SessionStoreError } from '../../nodes/shared/store/SessionStoreError';
import type { SqlRow } from '../../nodes/shared/store/SqlScript';
import { claimSends } from '../../nodes/shared/store/scripts/claimSends';
import { NOON_MS } from './instants';

const claimOf = (sendOnceKey: string): SendClaim => ({
	sendOnceKey,
	phoneNumberId: '1',
	user: { waId: '2' },
	sentAs: 'freeForm',
	claimedAtMs: NOON_MS,
});

/** Runs the script against a database whose answers the test gives; those of one statement in their order, then the last one again. */
function runClaims(claims: SendClaim[], answers: Record<string, SqlRow[][]>) {
	const asked: string[] = [];
	const script = claimSends(claims);
	let step = script.next();
	while (!step.done) {
		const { statement } = step.value;
		asked.push(statement);
		const [next = [], ...later] = answers[statement] ?? [];
		if (later.length > 0) answers[statement] = later;
		step = script.next(next);
	}
	return { result: step.value, asked };
}

describe('claiming sends', () => {
	it('claims a key after all that was released between losing it and looking for it', () => {
		const { result, asked } = runClaims([claimOf('a'), claimOf('b')], {
			claimSends: [[{ send_once_key: 'b' }], [{ send_once_key: 'a' }]],
			findSendsByKey: [[]],
		});
		expect(result).toEqual([undefined, undefined]);
		expect(asked).toEqual(['retireFailedSends', 'claimSends', 'findSendsByKey', 'claimSends']);
	});

	it('ends with a sentence that does not repeat the key when a key can neither be claimed nor found', () => {
		const run = () => runClaims([claimOf('a customer wrote this')], { claimSends: [[]], findSendsByKey: [[]] });
		expect(run).toThrow(SessionStoreError);
		expect(run).toThrow(/^The session store can neither claim nor find 1 send-once key\.$/);
	});
});

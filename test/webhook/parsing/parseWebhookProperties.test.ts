import fc from 'fast-check';

import { parseWebhook } from '../../../nodes/shared/webhook/parsing/parseWebhook';
import { toMessageStatuses } from '../../../nodes/shared/webhook/evidence/toMessageStatuses';
import { toSessionEvidence } from '../../../nodes/shared/webhook/evidence/toSessionEvidence';
import batches from '../../fixtures/webhooks/batches.json';
import calls from '../../fixtures/webhooks/calls.json';
import echoes from '../../fixtures/webhooks/echoes.json';
import history from '../../fixtures/webhooks/history.json';
import management from '../../fixtures/webhooks/management.json';
import messages from '../../fixtures/webhooks/messages.json';
import preferences from '../../fixtures/webhooks/user_preferences.json';
import statuses from '../../fixtures/webhooks/statuses.json';

const RECEIVED_AT_MS = 1_763_800_100_000;
const CORPUS: unknown[] = [batches, calls, echoes, history, management, messages, preferences, statuses].flatMap(
	(cases) => Object.values(cases) as unknown[],
);

type Path = Array<string | number>;

/** Every place in a JSON value, the value itself first. */
function pathsIn(value: unknown, path: Path = []): Path[] {
	if (typeof value !== 'object' || value === null) return [path];
	const entries: Array<[string | number, unknown]> = Array.isArray(value)
		? [...value.entries()]
		: Object.entries(value);
	return [path, ...entries.flatMap(([key, child]) => pathsIn(child, [...path, key]))];
}

function replaceAt(value: unknown, path: Path, replacement: unknown): unknown {
	const [key, ...rest] = path;
	if (key === undefined) return replacement;
	// An earlier replacement may have removed the place.
	if (typeof value !== 'object' || value === null) return value;
	const child = (value as Record<string | number, unknown>)[key];
	const changed = replaceAt(child, rest, replacement);
	return Array.isArray(value) ? value.with(Number(key), changed) : { ...value, [key]: changed };
}

const damagedWebhook = fc.constantFrom(...CORPUS).chain((body) =>
	fc
		.array(fc.tuple(fc.constantFrom(...pathsIn(body)), fc.jsonValue()), { minLength: 1, maxLength: 4 })
		.map((damages) =>
			damages.reduce<unknown>((damaged, [path, junk]) => {
				const isStillThere = pathsIn(damaged).some((place) => place.join('/') === path.join('/'));
				return isStillThere ? replaceAt(damaged, path, junk) : damaged;
			}, body),
		),
);

function readAll(body: unknown): void {
	const { events, skipped } = parseWebhook(body, RECEIVED_AT_MS);
	expect(skipped).toBeGreaterThanOrEqual(0);
	for (const event of events) expect(typeof event.raw).toBe('object');
	for (const { atMs, user, phoneNumberId } of toSessionEvidence(events)) {
		expect(Number.isInteger(atMs) && atMs <= RECEIVED_AT_MS).toBe(true);
		expect(Boolean(user.bsuid ?? user.waId)).toBe(true);
		expect(phoneNumberId).not.toBe('');
	}
	for (const { errorCodes } of toMessageStatuses(events)) expect(errorCodes.every(Number.isInteger)).toBe(true);
}

describe('parseWebhook', () => {
	test('takes any JSON value without throwing', () => {
		fc.assert(fc.property(fc.jsonValue({ maxDepth: 6 }), readAll), { numRuns: 1000 });
	});

	test('takes a webhook with any part replaced by any JSON value without throwing', () => {
		fc.assert(fc.property(damagedWebhook, readAll), { numRuns: 2000 });
	});

	test('loses no good message to whatever stands beside it', () => {
		const good = fc.record({ isGood: fc.constant(true), number: fc.nat({ max: 9999999 }) });
		const junk = fc.record({
			isGood: fc.constant(false),
			item: fc.oneof(
				fc.jsonValue(),
				fc.record({ type: fc.jsonValue(), text: fc.jsonValue(), from: fc.jsonValue() }),
			),
		});
		const list = fc.array(fc.oneof(good, junk), { maxLength: 8 });
		fc.assert(
			fc.property(fc.array(list, { maxLength: 4 }), fc.jsonValue(), fc.jsonValue(), (lists, contacts, other) => {
				let count = 0;
				const changes = lists.map((items) => ({
					field: 'messages',
					value: {
						metadata: { phone_number_id: '106540352242922' },
						contacts,
						statuses: other,
						errors: other,
						messages: items.map((item) => {
							if (!('number' in item)) return item.item;
							const from = `1555${String(item.number).padStart(7, '0')}`;
							count += 1;
							return {
								id: `wamid.GOOD${count}`,
								from,
								from_user_id: `US.${from}`,
								timestamp: '1763800000',
								type: 'text',
								text: { body: from },
							};
						}),
					},
				}));
				const { events } = parseWebhook({ entry: [other, { changes: other }, { changes }] }, RECEIVED_AT_MS);
				const kept = events.filter(
					(event) => event.event === 'message' && event.messageId.startsWith('wamid.GOOD'),
				);
				expect(kept).toHaveLength(count);
				for (const event of kept) {
					if (event.event !== 'message') continue;
					expect(event.user).toEqual({ waId: event.text, bsuid: `US.${event.text}` });
				}
				expect(toSessionEvidence(kept)).toHaveLength(count);
			}),
			{ numRuns: 500 },
		);
	});
});

import { parseWebhook } from '../../../nodes/shared/webhook/parsing/parseWebhook';
import { toConsentEntries } from '../../../nodes/shared/webhook/evidence/toConsentEntries';
import { toMessageStatuses } from '../../../nodes/shared/webhook/evidence/toMessageStatuses';
import { toRenamings } from '../../../nodes/shared/webhook/evidence/toRenamings';
import { toSessionEvidence } from '../../../nodes/shared/webhook/evidence/toSessionEvidence';
import type { WebhookEvent } from '../../../nodes/shared/webhook/parsing/WebhookEvent';
import { CORPUS } from '../../fixtures/webhooks/corpus';
import { BUSINESS_NUMBER, WRITTEN_AT } from '../../fixtures/webhooks/Shape';

const AT_MS = WRITTEN_AT * 1000;
const RECEIVED_AT_MS = AT_MS + 2_000_000;
const WRONG_VALUES = [null, -1, 'a\u0000b', 'a\ud83d', 'y'.repeat(600), ['x'], { id: { id: 1 } }];

interface Body {
	entry: Array<{ changes: Array<{ field: string; value: Record<string, unknown> }> }>;
}

type Path = Array<string | number>;

/** Every place in a JSON value, the value itself first. */
function pathsIn(value: unknown, path: Path = []): Path[] {
	if (typeof value !== 'object' || value === null) return [path];
	const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
	return [path, ...entries.flatMap(([key, part]) => pathsIn(part, [...path, key]))];
}

function replaceAt(value: unknown, [key, ...rest]: Path, replacement: unknown): unknown {
	if (key === undefined) return replacement;
	const part = replaceAt((value as Record<string | number, unknown>)[key], rest, replacement);
	return Array.isArray(value) ? value.with(Number(key), part) : { ...(value as object), [key]: part };
}

/** Reads a body in every way there is, and checks what stores rely on. */
function readAll(body: unknown): WebhookEvent[] {
	const { events } = parseWebhook(body, RECEIVED_AT_MS);
	const keys = [
		...events.map(({ eventId }) => eventId),
		...toMessageStatuses(events).flatMap(({ messageId, status, price }) => [messageId, status, ...Object.values(price ?? {})]),
		...toSessionEvidence(events).flatMap(({ user, phoneNumberId }) => [phoneNumberId, ...Object.values(user)]),
		...toConsentEntries(events).flatMap(({ evidence, businessAccountId }) => [evidence, businessAccountId]),
		...toRenamings(events).flatMap(({ evidence, businessAccountId }) => [evidence, businessAccountId]),
	].map(String);
	for (const key of keys) {
		if (key === '' || key.length > 512 || key.includes('\u0000') || !key.isWellFormed()) throw new Error(`No store takes ${key}`);
	}
	return events;
}

const GOOD = {
	field: 'messages',
	value: {
		metadata: BUSINESS_NUMBER,
		messages: [{ id: 'wamid.GOOD', from: '15559999999', timestamp: '1763800000', type: 'text', text: { body: 'Good' } }],
	},
};
const isGood = (event: WebhookEvent): boolean => event.eventId === 'wamid.GOOD' && 'text' in event && event.text === 'Good';
const CASES = CORPUS.filter(({ naming }) => naming === 'byBoth' || naming === 'byNobody').map((item) => [item.title, item] as const);

const ONE_OF_EACH_EVENT = CASES.filter(
	([, { shape }], index) => index === CASES.findIndex(([, other]) => other.shape.event === shape.event),
);

describe('a part of the wrong type, anywhere', () => {
	test.each(CASES)('hides no event beside it: %s', (_, item) => {
		const [entry] = (item.toBody([1]) as Body).entry;
		for (const path of pathsIn(entry)) {
			for (const wrong of WRONG_VALUES) {
				const broken = replaceAt(entry, path, wrong) as Body['entry'][0];
				const changes = [broken?.changes?.[0], GOOD];
				const events = readAll({ entry: [broken, { id: '1', changes }, { id: '1', changes: changes.toReversed() }] });
				expect(events.filter(isGood)).toHaveLength(2);
			}
		}
	});

	test.each(CASES.filter(([, { shape }]) => shape.list))('changes no item of the same list: %s', (_, { shape, toBody }) => {
		const list = shape.list!;
		const body = toBody([1, 2]) as Body;
		const items = body.entry[0]!.changes[0]!.value[list] as unknown[];
		const [, expected] = readAll(body);
		for (const path of pathsIn(items[0])) {
			for (const wrong of WRONG_VALUES) {
				const broken = replaceAt(body, ['entry', 0, 'changes', 0, 'value', list, 0, ...path], wrong);
				expect(readAll(broken).some(({ eventId }) => eventId === expected!.eventId)).toBe(true);
			}
		}
		expect(readAll(body)[1]).toEqual(expected);
	});
});

describe('a webhook with a timestamp', () => {
	const dated = CASES.filter(([, { shape }]) => shape.list && !shape.isUndated);
	const read = (body: Body, list: string, timestamp: unknown) =>
		readAll(replaceAt(body, ['entry', 0, 'changes', 0, 'value', list, 0, 'timestamp'], timestamp));

	test.each([
		['in seconds, as text', '1763800000', AT_MS],
		['in seconds, as a number', 1_763_800_000, AT_MS],
		['in milliseconds, as text', '1763800000000', AT_MS],
		['in milliseconds, as a number', 1_763_800_000_000, AT_MS],
		['ahead of the arrival', '1999999999', RECEIVED_AT_MS],
	])('%s is dated by it', (_, timestamp, atMs) => {
		for (const [, { shape, toBody }] of dated) {
			const [event] = read(toBody([1]) as Body, shape.list!, timestamp);
			expect(event).toMatchObject({ atMs });
			expect(event).not.toHaveProperty('isTimestampMissing');
		}
	});

	test.each([
		['negative', -1_763_800_000],
		['negative, as text', '-1763800000'],
		['in the year 9999', 253_370_764_800],
		['in the year 9999, as text', '253370764800'],
		['in the year 9999, in milliseconds', '253370764800000'],
		['of zero', '0'],
		['that is no count', 'yesterday'],
		['that is no text', { seconds: 1 }],
	])('%s is dated by its arrival, and proves nothing', (_, timestamp) => {
		for (const [, { shape, toBody }] of dated) {
			const events = read(toBody([1]) as Body, shape.list!, timestamp);
			expect(events).toMatchObject([{ atMs: RECEIVED_AT_MS, isTimestampMissing: true }]);
			expect([...toSessionEvidence(events), ...toRenamings(events)]).toEqual([]);
		}
	});
});

describe('a webhook that is large or deep', () => {
	// Deeper than a function that calls itself can go.
	const deep = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`) as unknown;
	const deepObject = JSON.parse(`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`) as unknown;

	test.each(ONE_OF_EACH_EVENT)('is read wherever the depth is: %s', (_, { toBody }) => {
		const [entry] = (toBody([1]) as Body).entry;
		const places = pathsIn(entry).filter((path) => path[0] === 'changes' && path.length > 2);
		const entries = places.map((path, index) => replaceAt(entry, path, index % 2 ? deep : deepObject));
		const { events } = parseWebhook({ entry: [...entries, { changes: [GOOD] }] }, RECEIVED_AT_MS);
		expect(events.filter(isGood)).toHaveLength(1);
	});

	test('gives other content another ID, however deep it differs', () => {
		const other = JSON.parse(`${'{"a":'.repeat(100_000)}2${'}'.repeat(100_000)}`) as unknown;
		const idOf = (part: unknown) =>
			parseWebhook({ entry: [{ changes: [{ field: 'x', value: { part } }] }] }, RECEIVED_AT_MS).events[0]?.eventId;
		expect(idOf(deepObject)).toBe(idOf(deepObject));
		expect(idOf(deepObject)).not.toBe(idOf(other));
	});

	test.each([
		['one text of 3 MB', { type: 'text', text: { body: 'x'.repeat(3_000_000) } }],
		['a list of 3 MB', { type: 'contacts', contacts: Array.from({ length: 300_000 }, () => ({ a: 1 })) }],
		['an ID of 3 MB', { id: 'x'.repeat(3_000_000), from: '15551230001', type: 'text' }],
	])('is read whole with %s', (_, content) => {
		const message = { id: 'wamid.LARGE', timestamp: '1763800000', ...content };
		const value = { metadata: BUSINESS_NUMBER, messages: [message], statuses: [message] };
		const body = JSON.parse(JSON.stringify({ entry: [{ changes: [{ field: 'messages', value }, GOOD] }] })) as unknown;
		const events = readAll(body);
		expect(events.map(({ event }) => event)).toEqual(['message', 'message']);
		expect(events.some(isGood)).toBe(true);
	});
});

describe('a request', () => {
	test.each([
		['an entry without changes', { id: '1' }],
		['an entry whose changes are no list', { id: '1', changes: { field: 'messages' } }],
		['an entry that is none', 'entry'],
		['a change without field', { id: '1', changes: [{ value: {} }] }],
		['a change without value', { id: '1', changes: [{ field: 'messages' }] }],
		['a change whose value is a list', { id: '1', changes: [{ field: 'messages', value: [] }] }],
	])('with %s is read past it, and the part is counted', (_, entry) => {
		const { events, skipped } = parseWebhook({ entry: [entry, { id: '1', changes: [GOOD] }] }, RECEIVED_AT_MS);
		expect(events.map(isGood)).toEqual([true]);
		expect(skipped).toBe(1);
	});
});

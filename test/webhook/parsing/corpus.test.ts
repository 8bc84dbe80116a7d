import { opensWindow } from '../../../nodes/shared/domain/opensWindow';
import { parseWebhook } from '../../../nodes/shared/webhook/parsing/parseWebhook';
import { toConsentEntries } from '../../../nodes/shared/webhook/evidence/toConsentEntries';
import { toMessageStatuses } from '../../../nodes/shared/webhook/evidence/toMessageStatuses';
import { toRenamings } from '../../../nodes/shared/webhook/evidence/toRenamings';
import { toSessionEvidence } from '../../../nodes/shared/webhook/evidence/toSessionEvidence';
import type { WebhookEvent } from '../../../nodes/shared/webhook/parsing/WebhookEvent';
import { CORPUS, type CorpusCase } from '../../fixtures/webhooks/corpus';
import { renamed } from '../../fixtures/webhooks/messageShapes';
import { compact, type Person, WRITTEN_AT } from '../../fixtures/webhooks/Shape';

const AT_MS = WRITTEN_AT * 1000;
const RECEIVED_AT_MS = AT_MS + 2_000_000;
const THOUSAND = Array.from({ length: 1000 }, (_, index) => index + 1);
const CASES = CORPUS.map((item) => [item.title, item] as const);

function read(body: unknown, receivedAtMs = RECEIVED_AT_MS): WebhookEvent[] {
	const { events, skipped } = parseWebhook(body, receivedAtMs);
	expect(skipped).toBe(0);
	return events;
}

const isRenaming = ({ shape }: CorpusCase): boolean => shape.proves?.includes('renaming') ?? false;

/** The reading that is expected of one item. */
function expectedOf(item: CorpusCase, serial: number): Record<string, unknown> {
	const { shape } = item;
	const person = item.personOf(serial);
	const user = isRenaming(item) ? renamed(person) : person;
	const hasUser = ['message', 'status', 'call', 'callStatus', 'paymentStatus', 'preference', 'echo'].includes(shape.event);
	return {
		...compact(shape.reads ?? {}),
		field: shape.field,
		event: shape.event,
		businessAccountId: '102290129340398',
		eventId: shape.eventId?.(serial, person) ?? expect.stringMatching(/^content\.[0-9a-f]{64}$/),
		...(hasUser && { user }),
		...(!shape.isUndated && { atMs: shape.list ? AT_MS : AT_MS + serial * 1000 }),
	};
}

/** Gives what tells one event of a batch from another, as one text. */
function inShort(event: object): string {
	const reading = event as Record<string, unknown>;
	const { bsuid, waId } = (reading.user ?? {}) as Person;
	const eventId = String(reading.eventId).startsWith('wa') ? reading.eventId : 'digest';
	return [reading.event, bsuid, waId, reading.atMs, eventId].join(' ');
}

/** What one item proves about sessions. */
function proofsOf(item: CorpusCase, serial: number): unknown[] {
	const person = item.personOf(serial);
	return (item.shape.proves ?? []).flatMap((kind) => {
		const user = kind === 'identity' && isRenaming(item) ? renamed(person) : person;
		if (kind === 'identity' && !(user.bsuid && user.waId)) return [];
		const untilMs = kind === 'freeEntryPoint' ? { untilMs: 1_764_404_800_000 } : {};
		const businessApp = { sinceMs: AT_MS, atMs: AT_MS, untilMs: AT_MS + 43_200_000 };
		const conversation = kind === 'conversation' ? { conversation: { signs: { businessApp } } } : {};
		const through = kind === 'inbound' && expectedOf(item, serial).event !== 'message' ? { through: 'call' } : {};
		return [{ kind, phoneNumberId: '106540352242922', user, atMs: AT_MS, ...untilMs, ...through, ...conversation }];
	});
}

describe.each(CASES)('%s', (_, item) => {
	const { shape } = item;

	test('is read alone', () => {
		const events = read(item.toBody([1]));
		expect(events).toMatchObject([expectedOf(item, 1)]);
		expect(events.map(opensWindow)).toEqual([shape.opens ?? false]);
	});

	test('proves what it should, and nothing else', () => {
		const events = read(item.toBody([1]));
		const person = item.personOf(1);
		expect(toSessionEvidence(events)).toEqual(proofsOf(item, 1));
		expect(toMessageStatuses(events).map(({ user }) => user)).toEqual(shape.isStatus ? [person] : []);
		expect(toConsentEntries(events).map(({ state, user }) => [state, user])).toEqual(
			shape.consent ? [[shape.consent, person]] : [],
		);
		expect(toRenamings(events).map(({ previous, current }) => [previous, current])).toEqual(
			isRenaming(item) ? [[person, renamed(person)]] : [],
		);
	});

	test('is the same event when it is delivered twice, even days later and with its keys in another order', () => {
		const laterMs = item.shape.isKnownForAnHour ? 60_000 : 7 * 86_400_000;
		const [first] = read(item.toBody([1]));
		const [again] = read(withKeysReversed(item.toBody([1])), RECEIVED_AT_MS + laterMs);
		expect(again?.eventId).toBe(first?.eventId);
		expect({ ...again, raw: undefined }).toEqual({ ...first, raw: undefined });
	});

	test('is the same event in a batch of 1,000, where no two are the same', () => {
		const events = read(item.toBody(THOUSAND));
		expect(events.map(inShort)).toEqual(THOUSAND.map((serial) => inShort(expectedOf(item, serial))));
		expect(new Set(events.map(({ eventId }) => eventId)).size).toBe(1000);
		for (const serial of [1, 500, 1000]) {
			const [alone] = read(item.toBody([serial]));
			expect(events[serial - 1]).toEqual(alone);
		}
		const proofs = THOUSAND.flatMap((serial) => proofsOf(item, serial));
		expect(toSessionEvidence(events).map((proof) => JSON.stringify(proof))).toEqual(
			proofs.map((proof) => JSON.stringify(proof)),
		);
	});

	test('twice in one request has one ID', () => {
		const eventIds = read(item.toBody([1, 1])).map(({ eventId }) => eventId);
		expect(eventIds).toHaveLength(2);
		expect(new Set(eventIds).size).toBe(1);
	});
});

describe('the corpus', () => {
	test('in one request is read whole, and no two of its shapes are taken for one', () => {
		const oneWay = CORPUS.filter(({ naming }) => naming === 'byBoth' || naming === 'byNobody');
		const entry = oneWay.flatMap((item) => (item.toBody([1]) as { entry: unknown[] }).entry);
		const events = read({ entry });
		expect(events.map(({ event }) => event)).toEqual(oneWay.map(({ shape }) => shape.event));
		expect(new Set(events.map(({ eventId }) => eventId)).size).toBe(oneWay.length);
	});

	test('has every kind of event', () => {
		expect(new Set(CORPUS.map(({ shape }) => shape.event)).size).toBe(11);
	});
});

/** Writes the same JSON another way. */
function withKeysReversed(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withKeysReversed);
	if (typeof value !== 'object' || value === null) return value;
	const entries = Object.entries(value).map(([key, part]) => [key, withKeysReversed(part)] as const);
	return Object.fromEntries(entries.reverse());
}

import fc from 'fast-check';
import { DateTime } from 'luxon';

import type { Conversation, TakeOverSource } from '../../nodes/shared/domain/Conversation';
import { conversationState } from '../../nodes/shared/domain/conversationState';
import { mergeConversations, newestInstantOf } from '../../nodes/shared/domain/mergeConversations';
import type { Session } from '../../nodes/shared/domain/Session';

const HOUR_MS = 3_600_000;
const NOON_MS = Date.UTC(2026, 10, 26, 12);
const at = (hours: number) => NOON_MS + hours * HOUR_MS;

/** A sign at an hour, for so many hours; for ever where none are given. */
const sign = (source: TakeOverSource, hour: number, lasts?: number): Conversation => ({
	signs: { [source]: { sinceMs: at(hour), atMs: at(hour), ...(lasts !== undefined && { untilMs: at(hour + lasts) }) } },
});
const givenBack = (hour: number): Conversation => ({ givenBackAtMs: at(hour) });
const owner = (hour: number, isElsewhere: boolean): Conversation => ({ owner: { isElsewhere, atMs: at(hour) } });
const merged = (parts: Conversation[]) => parts.reduce<Conversation | undefined>((known, part) => mergeConversations(known, part), undefined);
const judge = (parts: Conversation[], hour: number, session: Partial<Session> = {}) =>
	conversationState({ conversation: merged(parts), ...session }, DateTime.fromMillis(at(hour), { zone: 'utc' }));

describe('whose turn it is', () => {
	it("is the bot's where nothing is on record", () => {
		expect(conversationState(undefined, DateTime.utc())).toEqual({ owner: 'bot' });
		expect(conversationState({}, DateTime.utc())).toEqual({ owner: 'bot' });
	});

	test.each([
		['at the sign itself', 0, 'human'],
		['a millisecond before the end', 12 - 1 / HOUR_MS, 'human'],
		['at the end', 12, 'bot'],
		['a millisecond after the end', 12 + 1 / HOUR_MS, 'bot'],
	])('%s, of a sign that lasts 12 hours: %s', (_, hour, expected) => {
		expect(judge([sign('businessApp', 0, 12)], hour).owner).toBe(expected);
	});

	test.each<[string, Conversation[], number, object]>([
		['begins with the first sign, and ends 12 hours after the last', [sign('businessApp', 0, 12), sign('businessApp', 5, 12)], 13,
			{ owner: 'human', source: 'businessApp', sinceMs: at(0), untilMs: at(17) }],
		['begins anew after a pause', [sign('businessApp', 0, 12), sign('businessApp', 20, 12)], 21, { owner: 'human', sinceMs: at(20) }],
		['lasts for ever without an end', [sign('operation', 0)], 9_000, { owner: 'human', source: 'operation', sinceMs: at(0) }],
		['is not made shorter by another sign', [sign('operation', 0), sign('businessApp', 1, 12)], 100, { owner: 'human', source: 'operation' }],
		['is the bot again when given back', [sign('operation', 0), givenBack(1)], 1, { owner: 'bot' }],
		['is a person again by a sign after that', [sign('operation', 0), givenBack(1), sign('businessApp', 2, 12)], 3,
			{ owner: 'human', source: 'businessApp', sinceMs: at(2), untilMs: at(14) }],
		['is not a person again by a late sign of before', [givenBack(1), sign('businessApp', 0.5, 12)], 2, { owner: 'bot' }],
		['is of another responder who owns it', [owner(0, true)], 1, { owner: 'human', source: 'anotherResponder', sinceMs: at(0), untilMs: at(24) }],
		['is the bot again when the control was passed', [owner(0, true), owner(1, false)], 2, { owner: 'bot' }],
		['is the bot again when the person was silent for a day', [owner(0, true)], 24, { owner: 'bot' }],
		['is a person of the business before another responder', [owner(0, true), sign('keyword', 0, 12)], 1, { owner: 'human', source: 'keyword' }],
	])('%s', (_, parts, hour, expected) => {
		expect(judge(parts, hour)).toMatchObject(expected);
	});

	it('stays with another responder for as long as the person goes on writing', () => {
		expect(judge([owner(0, true)], 30, { lastInboundAtMs: at(10) })).toMatchObject({ owner: 'human', untilMs: at(34) });
	});

	it('forgets what was before the person left these IDs', () => {
		expect(judge([sign('operation', 0), owner(0, true)], 2, { renamedAtMs: at(1) })).toEqual({ owner: 'bot' });
	});

	it('does not depend on the order in which signs come, nor on how often', () => {
		const source = fc.constantFrom<TakeOverSource>('businessApp', 'keyword', 'operation');
		const hour = fc.integer({ min: 0, max: 60 });
		const part = fc.oneof(
			fc.tuple(source, hour, fc.option(fc.integer({ min: 1, max: 24 }), { nil: undefined })).map(([from, when, lasts]) => sign(from, when, lasts)),
			hour.map(givenBack),
			fc.tuple(hour, fc.boolean()).map(([when, isElsewhere]) => owner(when, isElsewhere)),
		);
		const answer = (parts: Conversation[], when: number) => {
			const state = judge(parts, when);
			return state.owner === 'human' ? { ...state, sinceMs: undefined } : state;
		};
		fc.assert(
			fc.property(fc.array(part, { maxLength: 12 }), fc.nat(), hour, (parts, seed, when) => {
				const shuffled = [...parts, ...parts.slice(0, seed % 4)].toSorted((one, other) => hash(one, seed) - hash(other, seed));
				expect(answer(shuffled, when)).toEqual(answer(parts, when));
			}),
		);
	});

	it('is kept as long as its newest instant', () => {
		expect(newestInstantOf(merged([sign('businessApp', 0, 12), givenBack(3)])!)).toBe(at(12));
		expect(newestInstantOf(owner(5, true))).toBe(at(5));
	});
});

function hash(value: unknown, seed: number): number {
	return [...JSON.stringify(value)].reduce((sum, character) => (sum * 31 + character.charCodeAt(0) + seed) % 9_973, seed);
}

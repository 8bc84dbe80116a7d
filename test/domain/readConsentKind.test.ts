import { InvalidInputError } from '../../nodes/shared/domain/InvalidInputError';
import { readConsentKind } from '../../nodes/shared/domain/readConsentKind';

describe('readConsentKind', () => {
	it.each([
		['marketing', 'marketing'],
		[' Utility ', 'utility'],
		['EVERYTHING', 'everything'],
		['authentication', 'authentication'],
		['topic:Newsletter', 'topic:newsletter'],
		['Topic: Spring Sale ', 'topic:spring sale'],
	])('reads %j as %s', (text, expected) => {
		expect(readConsentKind('Kind', text)).toBe(expected);
	});

	it.each([
		['', "'Kind' is empty."],
		[undefined, "'Kind' is empty."],
		['marketting', "'Kind' is no kind of message: marketting"],
		['newsletter', "'Kind' is no kind of message: newsletter"],
		['topic:', "'Kind' names no topic."],
		['topic:   ', "'Kind' names no topic."],
		[`topic:${'x'.repeat(65)}`, "'Kind' is longer than 64 characters"],
	])('refuses %j with a sentence', (text, message) => {
		expect(() => readConsentKind('Kind', text)).toThrow(InvalidInputError);
		expect(() => readConsentKind('Kind', text)).toThrow(message);
	});

	it('says how a topic is written, so that a misspelt kind never becomes one', () => {
		expect(() => readConsentKind('Kind', 'marketting')).toThrow(expect.objectContaining({ advice: expect.stringContaining('topic:newsletter') }));
	});
});

import { expectEachOnce } from '../../scripts/bench/load/expectEachOnce';

describe('The look of the benchmarks into executions', () => {
	it('is content where every message is in exactly one, alone or with others', () => {
		expect(() => expectEachOnce(['a', 'b', 'c'], [['b', 'c'], ['a']])).not.toThrow();
		expect(() => expectEachOnce([], [])).not.toThrow();
	});

	it.each([
		['a message is in none', [['a']], '1 are in no execution'],
		['a message is in two', [['a'], ['a', 'b']], '1 times one is there once more'],
		['a message is twice in one', [['a', 'b', 'b']], '1 times one is there once more'],
		['nobody has posted a message', [['a', 'b', 'c']], '1 were not posted'],
		['an execution holds none', [['a', 'b'], []], '1 executions hold none'],
	])('complains where %s', (_, started, sentence) => {
		expect(() => expectEachOnce(['a', 'b'], started)).toThrow(sentence);
	});
});

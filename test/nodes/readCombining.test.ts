import { InvalidInputError } from '../../nodes/shared/domain/InvalidInputError';
import { readCombining } from '../../nodes/WhatsAppSessionTrigger/gathering/readCombining';

const read = (options: Record<string, unknown>) => readCombining({ combineMessages: true, ...options });

describe('how messages are combined', () => {
	it('is nothing unless the builder wants it', () => {
		expect(readCombining({})).toBeUndefined();
		expect(readCombining({ combineMessages: false, combineWaitSeconds: 0 })).toBeUndefined();
	});

	it('has defaults, and takes what was set', () => {
		expect(read({})).toEqual({ waitMs: 5_000, mostMessages: 20, mostMs: 60_000 });
		expect(read({ combineWaitSeconds: 2.5, combineMostMessages: 2, combineMostSeconds: 10 })).toEqual({ waitMs: 2_500, mostMessages: 2, mostMs: 10_000 });
	});

	it.each<[string, Record<string, unknown>, RegExp]>([
		['a wait of nothing', { combineWaitSeconds: 0 }, /'Combine: Wait Seconds' is 0, and has to be a number from 1 to 600/],
		['a wait of a day', { combineWaitSeconds: 86_400 }, /'Combine: Wait Seconds' is 86400, and has to be a number from 1 to 600/],
		['a wait that is no number', { combineWaitSeconds: 'five' }, /'Combine: Wait Seconds' is "five"/],
		['an expression', { combineWaitSeconds: '={{ $json.seconds }}' }, /'Combine: Wait Seconds' is the expression/],
		['a switch that is an expression', { combineMessages: '={{ true }}' }, /'Combine Messages' is the expression/],
		['one message', { combineMostMessages: 1 }, /'Combine: Most Messages' is 1, and has to be a whole number from 2 to 100/],
		['half a message', { combineMostMessages: 2.5 }, /'Combine: Most Messages' is 2.5/],
		['a day in all', { combineMostSeconds: 86_400 }, /'Combine: Most Seconds' is 86400/],
		['less in all than is waited for one', { combineWaitSeconds: 61 }, /'Combine: Most Seconds' is 60, which is less than the 61/],
	])('refuses %s with a sentence', (_, options, sentence) => {
		expect(() => read(options)).toThrow(InvalidInputError);
		expect(() => read(options)).toThrow(sentence);
	});
});

import { readConsentState } from '../../nodes/shared/domain/readConsentState';

describe('readConsentState', () => {
	it.each(['optedIn', 'opted in', 'Opt-In', ' opt_in ', 'SUBSCRIBED'])('reads %j as an opt-in', (word) => {
		expect(readConsentState('State', word)).toBe('optedIn');
	});

	it.each(['optedOut', 'opted out', 'Opt-Out', 'opt_out', 'unsubscribed'])('reads %j as an opt-out', (word) => {
		expect(readConsentState('State', word)).toBe('optedOut');
	});

	it.each([[true], [false], ['yes'], ['no'], [1], ['in'], ['unknown'], [{}], ['constructor']])('refuses %j, which may mean something else', (value) => {
		expect(() => readConsentState('State', value)).toThrow(`'State' is neither an opt-in nor an opt-out: ${JSON.stringify(value)}`);
	});

	it.each([[undefined], [null], ['']])('says of %j that it is empty', (value) => {
		expect(() => readConsentState('State', value)).toThrow("'State' is empty.");
	});
});

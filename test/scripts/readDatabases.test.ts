import { readDatabases } from '../../scripts/bench/store/readDatabases';

describe('The databases that a benchmark measures', () => {
	it('are both where nothing is said', () => {
		expect(readDatabases([])).toEqual(['sqlite', 'postgres']);
		expect(readDatabases(['--people=5000'])).toEqual(['sqlite', 'postgres']);
	});

	it('are the one that is said', () => {
		expect(readDatabases(['--only=postgres'])).toEqual(['postgres']);
		expect(readDatabases(['--people=5000', '--only=sqlite'])).toEqual(['sqlite']);
	});

	it.each(['--only=mysql', '--only=', '--only'])('refuses %s, and says what to write', (option) => {
		expect(() => readDatabases([option])).toThrow('it should be sqlite or postgres, for example --only=sqlite');
	});
});

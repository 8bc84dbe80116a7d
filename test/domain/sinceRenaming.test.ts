import { sinceRenaming } from '../../nodes/shared/domain/sinceRenaming';

describe('sinceRenaming', () => {
	it.each([
		['nobody left and nothing happened', undefined, undefined, undefined],
		['nobody left', undefined, 5, 5],
		['nothing happened', 5, undefined, undefined],
		['it happened before', 5, 4, undefined],
		['it happened at the very instant', 5, 5, undefined],
		['it happened after', 5, 6, 6],
	])('when %s: renamed at %s, instant %s, gives %s', (_, renamedAtMs, atMs, expected) => {
		expect(sinceRenaming({ renamedAtMs }, atMs)).toBe(expected);
	});
});

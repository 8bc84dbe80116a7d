'use strict';

/** Unit, contract and in-process tests; the end-to-end tests have a configuration of their own. */
module.exports = {
	testMatch: ['<rootDir>/test/**/*.test.ts'],
	testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/'],
	modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/scripts/n8n/'],
	globalSetup: '<rootDir>/test/support/makeTestFolder.ts',
	globalTeardown: '<rootDir>/test/support/removeTestFolder.ts',
	transform: {
		'^.+\\.ts$': [
			'@swc/jest',
			{ jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
		],
	},
	// n8n-core prints every error of a node run, and many tests are about nothing else.
	silent: true,
	testTimeout: 60_000,
	// Half of the tests wait for a database or for n8n's engine: one worker a core leaves no core idle.
	maxWorkers: '100%',
};

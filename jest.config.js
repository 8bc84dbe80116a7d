'use strict';

/** Unit, contract and in-process tests; the end-to-end tests have a configuration of their own. */
module.exports = {
	testMatch: ['<rootDir>/test/**/*.test.ts'],
	testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/'],
	modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/scripts/n8n/'],
	setupFiles: ['<rootDir>/test/support/isolateN8n.ts'],
	transform: {
		'^.+\\.ts$': [
			'@swc/jest',
			{ jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
		],
	},
	// n8n-core prints every error of a node run, and many tests are about nothing else.
	silent: true,
	testTimeout: 30_000,
};

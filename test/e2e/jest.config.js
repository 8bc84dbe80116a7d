'use strict';

const unit = require('../../jest.config.js');

/** Tests against a real n8n with the packed pack; `npm run test:e2e` installs what they need. */
module.exports = {
	rootDir: '../..',
	testMatch: ['<rootDir>/test/e2e/**/*.test.ts'],
	modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.demo/'],
	transform: unit.transform,
	testTimeout: 120_000,
};

import { configWithoutCloudSupport } from '@n8n/node-cli/eslint';
import regexp from 'eslint-plugin-regexp';

export default [
	{ ignores: ['dist/**', 'coverage/**', '**/node_modules/**', '.demo/**'] },
	...configWithoutCloudSupport,
	{
		files: ['**/*.{ts,js,cjs,mjs}'],
		plugins: { regexp },
		rules: {
			// A customer's text is enough to let n8n stand still: no pattern takes more than linear time, neither within one match
			// nor by trying each place of a text anew.
			'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
			'regexp/no-super-linear-move': ['error', { report: 'potential', ignorePartial: false }],
		},
	},
	{
		files: ['package.json'],
		rules: {
			// n8n Cloud takes no dependencies, and this pack is for self-hosted n8n: phone numbers, time zones and
			// Postgres are left to libraries that are kept by others.
			'@n8n/community-nodes/no-runtime-dependencies': 'off',
		},
	},
	{
		files: ['scripts/**', 'simulator/**', 'test/**', 'gulpfile.js', 'index.js'],
		rules: {
			// Programs that talk to a terminal, and CommonJS where n8n and gulp want it.
			'no-console': 'off',
			// They start n8n, Postgres and npm; a node never does.
			'@n8n/community-nodes/no-dangerous-functions': 'off',
			'@typescript-eslint/no-require-imports': 'off',
		},
	},
];

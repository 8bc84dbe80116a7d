import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { convertWorkflow } from '../../nodes/shared/conversion/convertWorkflow';
import { BUILT_IN_MESSAGES, inARow, toBuiltIn, toBuiltInTrigger, toOther } from './builtInWorkflows';

const page = readFileSync(join(resolve(__dirname, '../..'), 'docs/moving.md'), 'utf8');

/** The rows of the table with this heading that name one expression each: the old one, and the new one. */
function rowsOf(heading: string): Array<[old: string, now: string]> {
	const table = page.split(`| ${heading} | Here |\n|---|---|\n`)[1]?.split('\n\n')[0] ?? '';
	return [...table.matchAll(/^\| `([^`]+)` \| `([^`]+)`/gm)].map(([, old = '', now = '']) => [old, now]);
}

function converted(expression: string, source: ReturnType<typeof toBuiltIn>): unknown {
	return convertWorkflow(inARow(source, toOther('Last', 'set', { value: `={{ ${expression} }}` }))).workflow.nodes[1]?.parameters.value;
}

const question = (old: string) => BUILT_IN_MESSAGES[old.includes('approved') ? 'a question to approve' : 'a question for a text']!;

describe('the tables of expressions in docs/moving.md', () => {
	it.each(rowsOf('Behind the trigger'))('say that %s behind the trigger becomes %s', (old, now) => {
		expect(converted(old, toBuiltInTrigger())).toBe(`={{ ${now} }}`);
	});

	it.each(rowsOf('Behind a send'))('say that %s behind a send becomes %s', (old, now) => {
		expect(converted(old, toBuiltIn(old.includes('.data.') ? question(old) : BUILT_IN_MESSAGES['a text']!))).toBe(`={{ ${now} }}`);
	});

	it('have rows', () => expect([rowsOf('Behind the trigger').length, rowsOf('Behind a send').length]).toEqual([14, 4]));
});

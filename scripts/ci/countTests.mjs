/**
 * Adds up the results of jest, `node scripts/ci/countTests.mjs <results.json>…`: names each test that failed, with the
 * beginning of why, and prints "N passed, N failed" last.
 *
 * A file of tests that could not run counts as one failed test, and so does a run that left no results.
 */
import { existsSync, readFileSync } from 'node:fs';

const MOST_LINES = 12;

/** What jest's colours are made of. */
const COLOURS = /\u001b\[[0-9;]*m/g;

function readResults(file) {
	if (!existsSync(file)) return { passed: 0, failures: [`${file} is missing: its tests did not run to their end.`] };
	const { numPassedTests, testResults } = JSON.parse(readFileSync(file, 'utf8'));
	return { passed: numPassedTests, failures: testResults.flatMap(failuresOf) };
}

function failuresOf({ name, message, status, assertionResults }) {
	const failed = assertionResults.filter((test) => test.status === 'failed');
	if (failed.length > 0) return failed.map(({ fullName, failureMessages }) => `${name}: ${fullName}\n${beginning(failureMessages.join('\n'))}`);
	return status === 'failed' ? [`${name}\n${beginning(message)}`] : [];
}

function beginning(text) {
	const lines = text.replaceAll(COLOURS, '').split('\n').slice(0, MOST_LINES);
	return lines.map((line) => `    ${line}`).join('\n');
}

const results = process.argv.slice(2).map(readResults);
const failures = results.flatMap((result) => result.failures);
for (const failure of failures) console.log(`Failed: ${failure}\n`);
console.log(`${results.reduce((sum, { passed }) => sum + passed, 0)} passed, ${failures.length} failed`);
process.exitCode = failures.length > 0 ? 1 : 0;

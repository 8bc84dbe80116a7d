/**
 * Adds up the results of jest, `node scripts/ci/countTests.mjs <results.json>…`, and prints "N passed, N failed".
 *
 * A file of tests that could not run counts as one failed test, and so does a run that left no results.
 */
import { existsSync, readFileSync } from 'node:fs';

function countOf(file) {
	if (!existsSync(file)) return { passed: 0, failed: 1 };
	const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(file, 'utf8'));
	return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites };
}

const counts = process.argv.slice(2).map(countOf);
const sum = (name) => counts.reduce((total, count) => total + count[name], 0);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') > 0 ? 1 : 0;

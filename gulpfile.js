'use strict';

const { execFile } = require('node:child_process');
const { rm } = require('node:fs/promises');
const path = require('node:path');
const { dest, parallel, series, src } = require('gulp');

const clean = () => rm(path.join(__dirname, 'dist'), { recursive: true, force: true });

function compile(done) {
	const tsc = require.resolve('typescript/bin/tsc');
	execFile(process.execPath, [tsc, '--project', 'tsconfig.build.json'], { cwd: __dirname }, (error, output) =>
		done(error ? new Error(output) : undefined),
	);
}

// Images are bytes: gulp 5 would read them as UTF-8 text without `encoding: false`.
const icons = () =>
	src(['nodes/**/*.svg', 'credentials/**/*.svg'], { base: '.', encoding: false, allowEmpty: true }).pipe(dest('dist'));

const codex = () =>
	src(['nodes/**/*.node.json', 'nodes/**/__schema__/**/*.json'], { base: '.', allowEmpty: true }).pipe(dest('dist'));

exports.build = series(clean, parallel(compile, icons, codex));
exports.default = exports.build;

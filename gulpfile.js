'use strict';

const { execFile } = require('node:child_process');
const { readdir, readFile, rm, writeFile } = require('node:fs/promises');
const path = require('node:path');
const { Transform } = require('node:stream');
const { transform } = require('@swc/core');
const esbuild = require('esbuild');
const { dest, parallel, series, src } = require('gulp');

const clean = () => rm(path.join(__dirname, 'dist'), { recursive: true, force: true });

function checkTypes(done) {
	const tsc = require.resolve('typescript/bin/tsc');
	execFile(process.execPath, [tsc, '--project', 'tsconfig.build.json'], { cwd: __dirname }, (error, output) =>
		done(error ? new Error(output) : undefined),
	);
}

// n8n reads the descriptions of all nodes when one of its processes starts, and most of the nodes never run there. So the imports of a node's
// own file are looked up when something of them is used for the first time: the parameters at once, the work when the node runs, and then all
// of it, so that what n8n puts in its place meanwhile never mixes with it. Packages are looked up so everywhere. By `require`, as TypeScript
// would write it, because that is the cache which n8n empties when it loads another version.
const scripts = () =>
	src(['nodes/**/*.ts', 'credentials/**/*.ts'], { base: '.' }).pipe(toScripts()).pipe(dest('dist'));

function toScripts() {
	return new Transform({
		objectMode: true,
		transform(file, _encoding, done) {
			const source = file.contents.toString('utf8');
			toScript(source, file.path).then(
				({ code }) => {
					file.contents = Buffer.from(code);
					file.extname = '.js';
					done(null, file);
				},
				(error) => done(error),
			);
		},
	});
}

async function toScript(source, filename) {
	const imported = [...source.matchAll(/\bfrom '([^']+)'/g)].map(([, name]) => name);
	const lazy = filename.endsWith('.node.ts') ? imported : true;
	return await transform(source, {
		filename,
		configFile: false,
		swcrc: false,
		jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
		module: { type: 'commonjs', lazy, ignoreDynamic: true },
	});
}

// Images are bytes: gulp 5 would read them as UTF-8 text without `encoding: false`.
const icons = () =>
	src(['nodes/**/*.svg', 'credentials/**/*.svg'], { base: '.', encoding: false, allowEmpty: true }).pipe(dest('dist'));

const codex = () =>
	src(['nodes/**/*.node.json', 'nodes/**/__schema__/**/*.json'], { base: '.', allowEmpty: true }).pipe(dest('dist'));

// The command of the package, in one file. Express is within it: as a dependency it would bring 68 packages to everybody who sends messages.
async function simulator() {
	const { metafile } = await esbuild.build({
		absWorkingDir: __dirname,
		entryPoints: ['simulator/command.ts'],
		outfile: 'dist/simulator/command.js',
		banner: { js: '#!/usr/bin/env node' },
		bundle: true,
		platform: 'node',
		target: 'node22',
		format: 'cjs',
		metafile: true,
	});
	const folders = Object.keys(metafile.inputs).map((file) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1]);
	const licences = await Promise.all([...new Set(folders)].filter(Boolean).sort().map(readLicence));
	await writeFile(path.join(__dirname, 'dist/simulator/licences.txt'), licences.join('\n\n'));
}

async function readLicence(folder) {
	const { name, version, license } = JSON.parse(await readFile(path.join(__dirname, folder, 'package.json'), 'utf8'));
	const file = (await readdir(path.join(__dirname, folder))).find((entry) => /^licen[cs]e/i.test(entry));
	const text = file ? await readFile(path.join(__dirname, folder, file), 'utf8') : 'The package has no text of its licence.';
	return `${name} ${version} (${license})\n\n${text.trim()}\n`;
}

exports.build = series(clean, parallel(checkTypes, scripts, icons, codex, simulator));
exports.default = exports.build;

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { N8nWorkflow } from '../n8n/N8nWorkflow.ts';
import { projectFolder } from '../n8n/projectFolder.ts';
import type { ExampleName } from './exampleNames.ts';

/** A workflow of `examples/` as it is in its file, with no credential picked. */
export function readExample(name: ExampleName): N8nWorkflow {
	return JSON.parse(readFileSync(join(projectFolder(), 'examples', `${name}.json`), 'utf8')) as N8nWorkflow;
}

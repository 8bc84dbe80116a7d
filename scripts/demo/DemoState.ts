import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** An example that an earlier start has brought into n8n. */
export interface ImportedExample {
	workflowId: string;
	/** n8n's version of the workflow right after the import; another one now means that somebody has edited it. */
	versionId: string;
	/** Hash of the example file at that time. */
	fileHash: string;
}

/** What one start of the demo tells the next. */
export interface DemoContents {
	/** Process of the demo that runs or ran last. */
	pid?: number;
	/** Process of its n8n. */
	n8nPid?: number;
	/** Address of its n8n. */
	n8nUrl?: string;
	examples: Record<string, ImportedExample>;
}

/** The notes of the demo, in a JSON file of its folder. */
export class DemoState {
	readonly contents: DemoContents;
	private readonly file: string;

	/** Reads the notes; a file that is missing or was cut off counts as none. */
	constructor(file: string) {
		this.file = file;
		this.contents = { examples: {}, ...readNotes(file) };
	}

	/** Changes the notes and writes them at once. */
	update(change: Partial<DemoContents>): void {
		Object.assign(this.contents, change);
		mkdirSync(dirname(this.file), { recursive: true });
		writeFileSync(this.file, `${JSON.stringify(this.contents, null, '\t')}\n`);
	}
}

function readNotes(file: string): Partial<DemoContents> {
	try {
		return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<DemoContents>) : {};
	} catch {
		return {};
	}
}

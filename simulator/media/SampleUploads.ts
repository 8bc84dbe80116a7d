import type { IdGenerator } from '../IdGenerator.ts';

/** An upload that was announced. */
export interface SampleUpload {
	/** In bytes. */
	length: number;
	/** MIME type. */
	type: string;
}

/**
 * The samples for headers of new templates: announced uploads, and the handles of those that are done.
 *
 * @see https://developers.facebook.com/docs/graph-api/guides/upload (read 2026-03)
 */
export class SampleUploads {
	private readonly ids: IdGenerator;
	private readonly announced = new Map<string, SampleUpload>();
	private readonly handles = new Set<string>();

	/** @param ids - makes the IDs and handles */
	constructor(ids: IdGenerator) {
		this.ids = ids;
	}

	/** Begins an upload; returns the ID to post the bytes to. */
	begin(upload: SampleUpload): string {
		const id = `upload:${this.ids.linkHash()}?sig=${this.ids.linkHash()}`;
		this.announced.set(id, upload);
		return id;
	}

	/** What was announced under this ID; undefined when nothing was. */
	find(id: string): SampleUpload | undefined {
		return this.announced.get(id);
	}

	/** Ends an upload; returns the handle for `example.header_handle`. */
	finish({ type }: SampleUpload): string {
		const handle = `4::${Buffer.from(type).toString('base64')}:${this.ids.linkHash()}`;
		this.handles.add(handle);
		return handle;
	}

	/** Says whether this is the handle of a finished upload. */
	hasSample(handle: string): boolean {
		return this.handles.has(handle);
	}

	/** Forgets all of them. */
	clear(): void {
		this.announced.clear();
		this.handles.clear();
	}
}

import type { Clock } from '../Clock.ts';
import type { IdGenerator } from '../IdGenerator.ts';

const LINK_MS = 5 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;
const INBOUND_DAYS = 7;

/** A file that came with a message, or that the business uploaded. */
export interface MediaFile {
	/** Media ID, as in the webhook. */
	id: string;
	/** Business number it was sent to, or uploaded for. */
	phoneNumberId: string;
	/** For example `image/jpeg`. */
	mimeType: string;
	/** What the file holds. */
	bytes: Buffer;
	/** When it was sent; epoch milliseconds. */
	createdAtMs: number;
	/** How long its ID lives; 7 days when undefined, as for what people send. */
	lifetimeDays?: number;
	/** Name it was uploaded under; undefined for what people sent. */
	fileName?: string;
}

/** How the next downloads shall fail. */
export interface DownloadFailure {
	/** HTTP status of the answer; 500 when undefined. */
	httpStatus?: number;
	/** Downloads that are still to fail; 1 when undefined. */
	count?: number;
}

/**
 * The files that people sent, whose IDs live 7 days, and those the business uploaded, whose IDs live 30; their addresses live
 * 5 minutes, all by the simulator's clock.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media (read 2025-12)
 */
export class MediaFiles {
	/** Where the simulator listens, for the addresses in webhooks; set once it does. */
	baseUrl = '';
	private readonly ids: IdGenerator;
	private readonly clock: Clock;
	private readonly files = new Map<string, MediaFile>();
	private readonly links = new Map<string, { mediaId: string; expiresAtMs: number }>();
	private failure: Required<DownloadFailure> = { httpStatus: 500, count: 0 };

	/** @param clock - decides what has expired */
	constructor(ids: IdGenerator, clock: Clock) {
		this.ids = ids;
		this.clock = clock;
	}

	/** Takes a file. */
	put(file: Omit<MediaFile, 'id'>): MediaFile {
		const stored = { id: this.ids.numericId(), ...file };
		this.files.set(stored.id, stored);
		return stored;
	}

	/** The file with this ID; undefined when there is none or the ID has expired. */
	find(id: string): MediaFile | undefined {
		const file = this.files.get(id);
		if (!file) return undefined;
		const lifetimeMs = (file.lifetimeDays ?? INBOUND_DAYS) * DAY_MS;
		return this.clock.nowMs() < file.createdAtMs + lifetimeMs ? file : undefined;
	}

	/** How many files the business has uploaded and not deleted. */
	countUploads(): number {
		return [...this.files.values()].filter(({ fileName }) => fileName !== undefined).length;
	}

	/** Deletes a file; its addresses lead nowhere from now on. */
	delete(id: string): void {
		this.files.delete(id);
	}

	/**
	 * A new address of the file.
	 *
	 * @param atMs - epoch milliseconds; the address is good for five minutes from then on
	 * @param baseUrl - by which name the simulator was asked; undefined takes the one by which it listens
	 */
	openLink(file: MediaFile, atMs: number, baseUrl = this.baseUrl): string {
		const expiresAtMs = atMs + LINK_MS;
		const hash = this.ids.linkHash();
		this.links.set(hash, { mediaId: file.id, expiresAtMs });
		const query = new URLSearchParams({ mid: file.id, ext: String(Math.floor(expiresAtMs / 1000)), hash });
		return `${baseUrl}/whatsapp_business/attachments/?${query}`;
	}

	/** The file behind an address; undefined once that has expired. */
	findByLink(hash: string): MediaFile | undefined {
		const link = this.links.get(hash);
		return link && this.clock.nowMs() < link.expiresAtMs ? this.find(link.mediaId) : undefined;
	}

	/** Lets every address expire at once; returns how many there were. */
	expireLinks(): number {
		const count = this.links.size;
		this.links.clear();
		return count;
	}

	/** Orders a failure for the next downloads. */
	failNext({ httpStatus = 500, count = 1 }: DownloadFailure): Required<DownloadFailure> {
		this.failure = { httpStatus, count };
		return this.failure;
	}

	/** The HTTP status with which this download shall fail; undefined when it may succeed. */
	takeFailure(): number | undefined {
		if (this.failure.count <= 0) return undefined;
		this.failure = { ...this.failure, count: this.failure.count - 1 };
		return this.failure.httpStatus;
	}

	/** Forgets all files, addresses and ordered failures. */
	clear(): void {
		this.files.clear();
		this.links.clear();
		this.failure = { httpStatus: 500, count: 0 };
	}
}

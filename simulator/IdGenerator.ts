import { createHash } from 'node:crypto';

/**
 * Makes every ID of one run of the simulator, in a fixed sequence.
 *
 * The run's start is part of the IDs: a receiver that remembers message IDs must not take the first message after a
 * restart for a redelivery. The same start gives the same IDs.
 */
export class IdGenerator {
	private readonly run: string;
	private count = 0;

	/** @param startedAtMs - start of the run, epoch milliseconds */
	constructor(startedAtMs: number) {
		this.run = startedAtMs.toString(36).toUpperCase();
	}

	/** A message ID as Meta writes them: `wamid.` and base64. */
	messageId(): string {
		const text = `${this.run}-${this.next().toString().padStart(6, '0')}`;
		return `wamid.HBgL${Buffer.from(text).toString('base64').replace(/={1,2}$/, '')}`;
	}

	/** A call ID. */
	callId(): string {
		return `wacid.${this.digits('call', 24)}`;
	}

	/** An ID of digits, for templates and media. */
	numericId(): string {
		return this.digits('id', 16);
	}

	/** The trace ID of an error answer. */
	fbtraceId(): string {
		return `A${this.hash('trace').toString('base64url').slice(0, 22)}`;
	}

	/** The challenge of a webhook handshake: digits only. */
	challenge(): string {
		return this.digits('challenge', 10);
	}

	/** The BSUID that belongs to a wa_id; the same in every run. */
	bsuid(waId: string): string {
		return `US.${digitsOf(createHash('sha256').update(waId).digest(), 20)}`;
	}

	/** A BSUID that nobody had before, for a person with a new phone number. */
	freshBsuid(): string {
		return `US.${this.digits('bsuid', 20)}`;
	}

	/** The secret part of a media address. */
	linkHash(): string {
		return this.hash('link').toString('base64url');
	}

	private next(): number {
		this.count += 1;
		return this.count;
	}

	private hash(kind: string): Buffer {
		return createHash('sha256').update(`${kind}-${this.run}-${this.next()}`).digest();
	}

	private digits(kind: string, length: number): string {
		return digitsOf(this.hash(kind), length);
	}
}

/** Digits from a hash; never begins with 0. */
function digitsOf(hash: Buffer, length: number): string {
	const digits = BigInt(`0x${hash.toString('hex')}`).toString();
	return `1${digits.slice(1, length)}`;
}

import { createHash, timingSafeEqual } from 'node:crypto';

/** Compares what a request says with what only we and its sender know, in the same time whatever it says. */
export function isSameText(one: string, other: string): boolean {
	return timingSafeEqual(digest(one), digest(other));
}

/** Digests are equally long whatever the texts are, as the comparison needs it. */
function digest(text: string): Buffer {
	return createHash('sha256').update(text).digest();
}

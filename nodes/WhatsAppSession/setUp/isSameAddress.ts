import { withoutTrailing } from '../../shared/domain/withoutTrailing';

/** Says whether two addresses are one, with or without a slash at the end. */
export function isSameAddress(one: string, other: string): boolean {
	return URL.canParse(one) && URL.canParse(other) && withoutSlash(one) === withoutSlash(other);
}

function withoutSlash(url: string): string {
	return withoutTrailing(new URL(url).href, /\//);
}

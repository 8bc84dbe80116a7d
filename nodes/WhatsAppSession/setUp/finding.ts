import type { LinkFinding, LinkStatus } from './SetUpLink';

/** Makes a finding; without advice there is nothing to be done. */
export function finding(status: LinkStatus, message: string, advice: string | null = null): LinkFinding {
	return { status, message, advice };
}

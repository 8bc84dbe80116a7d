import type { SetUpWalk } from './SetUpWalk';

/** What became of one link: `warning` works for now, `notChecked` says nothing either way. */
export type LinkStatus = 'ok' | 'failed' | 'warning' | 'notChecked';

/** What was found at one link. Never holds a token or a secret. */
export interface LinkFinding {
	status: LinkStatus;
	/** What was found, as a sentence. */
	message: string;
	/** What to do; null when there is nothing to be done. */
	advice: string | null;
}

/** One link of the chain between WhatsApp and this n8n. */
export interface SetUpLink {
	/** As the items name it. */
	name: string;
	/** Links that have to hold before this one can be judged. */
	dependsOn: string[];
	/** Judges it; several findings where there are several of a kind, such as business numbers. */
	check(walk: SetUpWalk): Promise<LinkFinding[]>;
}

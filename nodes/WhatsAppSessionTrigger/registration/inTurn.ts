const TURNS = Symbol.for('n8n-nodes-whatsapp-session/registration-turns');

/**
 * Does one thing after another with the webhooks of an app, in this process: what Meta has on record decides what is
 * changed, so that nothing else may change in between. The turns are the same after n8n has loaded the package anew.
 */
export async function inTurn<Result>(appId: string, work: () => Promise<Result>): Promise<Result> {
	const shared = globalThis as { [TURNS]?: Map<string, Promise<unknown>> };
	const turns = (shared[TURNS] ??= new Map<string, Promise<unknown>>());
	const turn = (turns.get(appId) ?? Promise.resolve()).then(work);
	turns.set(
		appId,
		turn.catch(() => undefined),
	);
	return await turn;
}

import type { Engine } from '../Engine.ts';
import type { MessageRecord } from '../world/MessageRecord.ts';

/** What becomes of a message that arrives. */
export const STEPS = ['sent', 'delivered', 'read'] as const;

/** Reports one step after the other, each when the time that the settings say has passed. */
export function reportInTurn(
	engine: Engine,
	[step, ...later]: ReadonlyArray<MessageRecord['status']>,
	report: (status: MessageRecord['status']) => void,
): void {
	if (step === undefined) return;
	engine.statusTimers.after(engine.world.settings.statusDelayMs, () => {
		report(step);
		reportInTurn(engine, later, report);
	});
}

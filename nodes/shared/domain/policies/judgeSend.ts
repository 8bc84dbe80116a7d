import { anotherResponderPolicy } from './anotherResponderPolicy';
import { budgetPolicy } from './budgetPolicy';
import { combineVerdicts, type Decision } from './combineVerdicts';
import { consentPolicy } from './consentPolicy';
import { endlessSendPolicy } from './endlessSendPolicy';
import type { Policy, SendQuestion } from './Policy';
import { quietHoursPolicy } from './quietHoursPolicy';
import { takenOverPolicy } from './takenOverPolicy';
import { templateCapPolicy } from './templateCapPolicy';
import { templatePausePolicy } from './templatePausePolicy';
import { unansweredPolicy } from './unansweredPolicy';
import { undecidedPolicy } from './undecidedPolicy';
import { windowPolicy } from './windowPolicy';

/** Every policy there is. Where several keep a message back, the reason of the first one leads: it lasts longest. */
export const POLICIES: readonly Policy[] = [
	endlessSendPolicy,
	undecidedPolicy,
	consentPolicy,
	unansweredPolicy,
	takenOverPolicy,
	anotherResponderPolicy,
	windowPolicy,
	budgetPolicy,
	templateCapPolicy,
	templatePausePolicy,
	quietHoursPolicy,
];

const REASONS = POLICIES.flatMap(({ reasons }) => reasons);

/** Says what becomes of a send by what is known of it now: asks every policy, and takes the strictest; see `combineVerdicts`. */
export function judgeSend(question: SendQuestion): Decision {
	return combineVerdicts(POLICIES.map((policy) => policy.judge(question)), REASONS);
}

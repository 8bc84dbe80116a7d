import { DateTime } from 'luxon';

import type { Policy } from './Policy';
import { toHumane } from './quietHoursOf';
import { GO } from './Verdict';

/**
 * Lets a template wait until the one before is so long ago. Authentication templates neither wait nor count: a code is asked for by the
 * person at that moment.
 */
export const templatePausePolicy: Policy = {
	reasons: ['templatePause'],
	judge(question) {
		const { message, onRecord } = question;
		const pause = message?.manners?.templatePause;
		if (!pause || !onRecord?.templates || message?.sentAs !== 'template' || message.category === 'authentication') return GO;
		const times = onRecord.templates.sends.filter(({ category }) => category !== 'authentication').map(({ sentAtMs }) => sentAtMs);
		if (times.length === 0) return GO;
		const lastAt = DateTime.fromMillis(Math.max(...times), { zone: 'utc' }) as DateTime<true>;
		const freeAt = lastAt.plus(pause);
		if (freeAt <= onRecord.window.evaluatedAt) return GO;
		const sendAt = toHumane(question, freeAt);
		return {
			kind: 'later',
			sendAt,
			reason: 'templatePause',
			message: `This person got a template at ${lastAt.toISO()}, and ${pause.rescale().toHuman()} have to pass before the next one, so nothing was sent.`,
			advice: `Send it at notSent.sendAt (${sendAt.toISO()}).`,
			evidence: { lastTemplateAt: lastAt.toISO() },
		};
	},
};

import { DateTime, Duration } from 'luxon';

import { isMarketing } from '../TemplateSend';
import type { Policy } from './Policy';
import { toHumane } from './quietHoursOf';
import { GO } from './Verdict';

/**
 * Lets a marketing template wait while the person has got as many as may be sent in so many days, until the oldest of those is so many
 * days old. A template of a category that nobody knows is marketing.
 */
export const templateCapPolicy: Policy = {
	reasons: ['templateCap'],
	judge(question) {
		const { message, onRecord } = question;
		const cap = message?.manners?.marketingCap;
		if (!cap || !onRecord?.templates || message?.sentAs !== 'template' || !isMarketing(message)) return GO;
		const span = Duration.fromObject({ hours: 24 * cap.days });
		const sinceMs = onRecord.window.evaluatedAt.toMillis() - span.toMillis();
		const sentMs = onRecord.templates.sends.filter((send) => isMarketing(send) && send.sentAtMs > sinceMs).map(({ sentAtMs }) => sentAtMs);
		const [oldestMs] = sentMs.toSorted((one, other) => other - one).slice(cap.count - 1);
		if (oldestMs === undefined) return GO;
		const sendAt = toHumane(question, DateTime.fromMillis(oldestMs, { zone: 'utc' }).plus(span) as DateTime<true>);
		return {
			kind: 'later',
			sendAt,
			reason: 'templateCap',
			message: `This person has got ${sentMs.length} marketing templates in ${cap.days} days, and at most ${cap.count} may be sent, so nothing was sent.`,
			advice: `Send it at notSent.sendAt (${sendAt.toISO()}) if it is still worth it then.`,
			evidence: { marketingCap: cap, templatesSentAt: sentMs.map((atMs) => DateTime.fromMillis(atMs, { zone: 'utc' }).toISO()) },
		};
	},
};

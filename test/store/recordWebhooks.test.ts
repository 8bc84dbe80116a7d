import { recordWebhooks } from '../../nodes/shared/store/scripts/recordWebhooks';
import type { WebhookRecord } from '../../nodes/shared/store/SessionStore';
import { NOON_MS } from './instants';
import { toWebhookRecord } from './toWebhookRecord';

const USER = { waId: '15551234567' };
const CHANGE = { businessAccountId: 'waba', templateId: '1', atMs: NOON_MS };
const STATUS = { messageId: 'wamid.1', phoneNumberId: '1', user: USER, status: 'read', atMs: NOON_MS, errorCodes: [] };

describe('the statements of a webhook', () => {
	it.each<[string, Partial<WebhookRecord>, string[]]>([
		['nothing', {}, []],
		[
			'statuses that nobody wants to see',
			{ statuses: [STATUS, STATUS] },
			['lockMessages', 'findSendsByMessageId', 'findEarlyStatuses', 'saveEarlyStatuses', 'recordUsage'],
		],
		[
			'a message',
			{ eventIds: ['wamid.1'], evidence: [{ kind: 'inbound', phoneNumberId: '1', user: USER, atMs: NOON_MS }] },
			['loadSessions', 'saveSessions', 'leaseEvents'],
		],
		[
			'a message that may answer',
			{ eventIds: ['wamid.1'], answers: [{ eventId: 'wamid.1', phoneNumberId: '1', user: USER, atMs: NOON_MS }] },
			['leaseEvents', 'findAnswerWaits'],
		],
		[
			'changes of templates that nobody wants to see',
			{ templateChanges: [CHANGE, { ...CHANGE, templateId: '2' }] },
			['recordTemplateChanges'],
		],
	])('with %s are no more than it takes', (_, record, expected) => {
		expect(statementsOf(record)).toEqual(expected);
	});
});

/** Runs the script against a database in which there is nothing. */
function statementsOf(record: Partial<WebhookRecord>): string[] {
	const statements: string[] = [];
	const script = recordWebhooks([toWebhookRecord(record)]);
	for (let step = script.next(); !step.done; step = script.next([])) statements.push(step.value.statement);
	return statements;
}

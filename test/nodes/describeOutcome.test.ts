import { describeOutcome } from '../../nodes/SendFreeForm/ReachPerson/describeOutcome';

const message = { status: 'accepted', alreadySent: false, sentAs: 'freeForm' };

describe('what an agent is told', () => {
	test.each([
		['accepted', 'whether it has arrived is not known yet'],
		['delivered', 'It has arrived on the phone.'],
		['read', 'The person has read it.'],
		['held_for_quality_assessment', 'may drop it'],
	])('of a message that is %s is the truth', (status, words) => {
		expect(describeOutcome({ message: { ...message, status } }).words).toContain(words);
	});

	it('never says delivered of what was only accepted', () => {
		expect(describeOutcome({ message }).words).not.toMatch(/deliver|arrived on/i);
	});

	it('of a message that may be sent later is from when on', () => {
		const sendAt = '2026-11-27T07:00:00.000Z';
		const told = describeOutcome({ notSent: { reason: 'quietHours', message: 'It is night there.', sendAt } });
		expect(told).toEqual({ isReached: false, by: 'none', tryAgain: 'later', words: `Not sent. It is night there. It may be sent from ${sendAt} on; not before.` });
	});

	it('of a message that nobody knows the end of is that nobody knows', () => {
		const { words, tryAgain } = describeOutcome({ notSent: { reason: 'undecided', message: 'WhatsApp gave no answer.' } });
		expect(words).toBe('It is not known whether it was sent. WhatsApp gave no answer. Do not send it again: the person may have it.');
		expect(tryAgain).toBe('no');
	});

	it('of a text that is kept is that it has reached nobody, whatever became of the template that asks', () => {
		const outbox = { state: 'kept', expiresAt: '2026-12-01T00:00:00.000Z' };
		const template = { name: 'hello_world', language: 'en_US' };
		const asked = describeOutcome({ outbox, template, message: { ...message, sentAs: 'template' } });
		const unknown = describeOutcome({ outbox, template, notSent: { reason: 'undecided', message: 'WhatsApp gave no answer.' } });
		const atNight = describeOutcome({ outbox, template, notSent: { reason: 'quietHours', message: 'It is night there.', sendAt: '2026-11-27T07:00:00.000Z' } });
		expect([asked, unknown, atNight]).toMatchObject([{ by: 'nudge' }, { by: 'none' }, { by: 'none' }]);
		for (const told of [asked, unknown, atNight]) expect(told).toMatchObject({ isReached: false, tryAgain: 'no', words: expect.stringContaining('is given up at 2026-12-01T00:00:00.000Z') });
		expect(unknown.words).toContain("It is not known whether the approved template 'hello_world', which asks the person to write, was sent.");
		expect(atNight.words).toContain('Nobody has asked the person to write. It is night there.');
	});

	it('of a text that was kept before and waits no more is that nothing was sent', () => {
		const told = describeOutcome({ outbox: { state: 'cancelled', expiresAt: '' }, notSent: { reason: 'outboxCancelled', message: 'It does not wait any more.' } });
		expect(told).toMatchObject({ isReached: false, by: 'none', tryAgain: 'no', words: expect.stringMatching(/^Not sent\. It does not wait any more\./) });
	});

	it('of a reason that is new is that trying again changes nothing', () => {
		expect(describeOutcome({ notSent: { reason: 'somethingNew' } }).words).toBe('Not sent. The reason is somethingNew. Trying the same again changes nothing.');
	});
});

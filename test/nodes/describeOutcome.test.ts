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

	it('of a reason that is new is that trying again changes nothing', () => {
		expect(describeOutcome({ notSent: { reason: 'somethingNew' } }).words).toBe('Not sent. The reason is somethingNew. Trying the same again changes nothing.');
	});
});

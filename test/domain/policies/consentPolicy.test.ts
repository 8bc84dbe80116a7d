import { DateTime } from 'luxon';

import type { ConsentFact } from '../../../nodes/shared/domain/Consent';
import { customerServiceWindow } from '../../../nodes/shared/domain/customerServiceWindow';
import { deriveConsent } from '../../../nodes/shared/domain/deriveConsent';
import { consentPolicy } from '../../../nodes/shared/domain/policies/consentPolicy';
import type { AskedMessage, FreeFormPurpose } from '../../../nodes/shared/domain/policies/Policy';

const NOW = DateTime.fromISO('2026-11-26T12:00:00Z', { zone: 'utc' });
const WROTE_AT = NOW.minus({ hours: 1 });
const OPEN = customerServiceWindow({ lastInboundAtMs: WROTE_AT.toMillis() }, NOW);
const CLOSED = customerServiceWindow({ lastInboundAtMs: NOW.minus({ hours: 25 }).toMillis() }, NOW);
const FREE_FORM: AskedMessage = { sentAs: 'freeForm', whenClosed: 'route' };

const said = (kind: ConsentFact['kind'], state: ConsentFact['state'], at = NOW.minus({ days: 2 })): ConsentFact => ({
	kind,
	state,
	atMs: at.toMillis(),
	source: 'keyword',
	evidence: 'wamid.STOP',
});
const template = (more: Partial<Extract<AskedMessage, { sentAs: 'template' }>> = {}): AskedMessage => ({
	sentAs: 'template',
	category: 'marketing',
	consent: 'requiredForMarketing',
	...more,
});
const judge = (message: AskedMessage, facts: ConsentFact[], window = CLOSED) =>
	consentPolicy.judge({ item: {}, node: { workflowId: '1', nodeName: 'Send' }, message, onRecord: { window, consent: deriveConsent(facts) } });
const reasonOf = (...asked: Parameters<typeof judge>) => {
	const verdict = judge(...asked);
	return verdict.kind === 'go' ? 'go' : verdict.reason;
};

describe('a free-form message that says what it is for', () => {
	const about = (purpose: FreeFormPurpose): AskedMessage => ({ ...FREE_FORM, purpose });
	const marketing = about({ category: 'marketing', consent: 'requiredForMarketing' });

	test.each<[string, AskedMessage, ConsentFact[], string]>([
		['marketing goes out to somebody who opted in', marketing, [said('marketing', 'optedIn')], 'go'],
		['marketing stays where nothing is on record, though the person has written', marketing, [], 'noOptIn'],
		['marketing stays after an opt-out of it', marketing, [said('marketing', 'optedOut')], 'optedOut'],
		['marketing needs no opt-in where those are kept elsewhere', about({ category: 'marketing', consent: 'keptElsewhere' }), [], 'go'],
		['utility stays after an opt-out of it', about({ category: 'utility' }), [said('utility', 'optedOut')], 'optedOut'],
		['utility does not care for marketing', about({ category: 'utility' }), [said('marketing', 'optedOut')], 'go'],
		['service needs no opt-in', about({ category: undefined, consent: 'requiredForAll' }), [], 'go'],
		['a topic stays after an opt-out of it', about({ category: undefined, topic: 'topic:news' }), [said('topic:news', 'optedOut')], 'optedOut'],
		['an answer goes out after an opt-out of everything', about({ category: undefined, topic: 'topic:news' }), [said('everything', 'optedOut')], 'go'],
		['marketing stays after an opt-out of everything, though the person has written since', marketing, [said('everything', 'optedOut')], 'optedOut'],
	])('%s', (_, message, facts, expected) => {
		expect(reasonOf(message, facts, OPEN)).toBe(expected);
	});
});

describe('a marketing template', () => {
	test.each<[string, ConsentFact[], string]>([
		['goes out to somebody who opted in', [said('marketing', 'optedIn')], 'go'],
		['goes out to somebody who opted in to everything', [said('everything', 'optedIn')], 'go'],
		['stays where nothing is on record', [], 'noOptIn'],
		['stays where only something else is on record', [said('utility', 'optedIn')], 'noOptIn'],
		['stays after an opt-out', [said('marketing', 'optedOut')], 'optedOut'],
		['stays after an opt-out of everything', [said('everything', 'optedOut')], 'optedOut'],
	])('%s, window or not', (_, facts, expected) => {
		expect(reasonOf(template(), facts, CLOSED)).toBe(expected);
		expect(reasonOf(template(), facts, OPEN)).toBe(expected);
	});

	it('of a category that nobody knows is judged as marketing', () => {
		expect(reasonOf(template({ category: undefined }), [])).toBe('noOptIn');
	});

	it('needs no opt-in on record where opt-ins are kept elsewhere, and obeys opt-outs there too', () => {
		expect(reasonOf(template({ consent: 'keptElsewhere' }), [])).toBe('go');
		expect(reasonOf(template({ consent: undefined }), [])).toBe('go');
		expect(reasonOf(template({ consent: 'keptElsewhere' }), [said('marketing', 'optedOut')])).toBe('optedOut');
	});
});

describe('a template of a topic', () => {
	const news = { topic: 'topic:news' as const };
	test.each<[string, ConsentFact[], string]>([
		['goes out to somebody who opted in to the topic alone', [said('topic:news', 'optedIn')], 'go'],
		['stays after an opt-out of the topic', [said('marketing', 'optedIn'), said('topic:news', 'optedOut')], 'optedOut'],
		['stays after an opt-out of marketing, whatever was said of the topic', [said('topic:news', 'optedIn', NOW), said('marketing', 'optedOut')], 'optedOut'],
		['stays where nothing is on record', [], 'noOptIn'],
	])('%s', (_, facts, expected) => {
		expect(reasonOf(template(news), facts)).toBe(expected);
	});
});

describe('a utility template', () => {
	it('needs no opt-in on record where only marketing needs one', () => {
		expect(reasonOf(template({ category: 'utility' }), [])).toBe('go');
	});

	it('needs one outside the window where every kind needs one; an open window is an opt-in to the conversation', () => {
		const strict = template({ category: 'utility', consent: 'requiredForAll' });
		expect(reasonOf(strict, [], CLOSED)).toBe('noOptIn');
		expect(reasonOf(strict, [], OPEN)).toBe('go');
		expect(reasonOf(strict, [said('utility', 'optedIn')], CLOSED)).toBe('go');
	});
});

describe('a free-form message', () => {
	it('goes out whatever the person has said of templates', () => {
		expect(reasonOf(FREE_FORM, [said('marketing', 'optedOut')], OPEN)).toBe('go');
	});

	it('is an answer, and goes out, where the person has written after the opt-out of everything, or by that very message', () => {
		expect(reasonOf(FREE_FORM, [said('everything', 'optedOut')], OPEN)).toBe('go');
		expect(reasonOf(FREE_FORM, [said('everything', 'optedOut', WROTE_AT)], OPEN)).toBe('go');
	});

	it('stays after an opt-out of everything that is newer than what the person wrote', () => {
		expect(reasonOf(FREE_FORM, [said('everything', 'optedOut', WROTE_AT.plus(1))], OPEN)).toBe('optedOut');
		expect(reasonOf({ ...FREE_FORM, whenClosed: 'sendAnyway' }, [said('everything', 'optedOut')], { ...CLOSED, lastInboundAt: undefined })).toBe('optedOut');
	});
});

it('says since when, by which evidence, and what to do', () => {
	expect(judge(template(), [said('marketing', 'optedOut')])).toMatchObject({
		kind: 'notSent',
		message: expect.stringContaining('opted out of marketing messages (2026-11-24T12:00:00.000Z, keyword)'),
		advice: expect.stringContaining('opts in again'),
		evidence: { category: 'marketing', kind: 'marketing', since: '2026-11-24T12:00:00.000Z', source: 'keyword', evidence: 'wamid.STOP' },
	});
	expect(judge(template(), [])).toMatchObject({ message: expect.stringContaining('No opt-in'), advice: expect.stringContaining('Kept Elsewhere') });
});

describe('a message that has waited for the person to write', () => {
	const kept = (keptAt = NOW.minus({ days: 1 })): AskedMessage => ({ sentAs: 'freeForm', whenClosed: 'keep', keptAtMs: keptAt.toMillis() });

	test.each<[string, ConsentFact[], string]>([
		['goes out where nothing is on record', [], 'go'],
		['goes out after an opt-out of one kind that is older', [said('marketing', 'optedOut')], 'go'],
		['stays after an opt-out of one kind since it was kept', [said('marketing', 'optedOut', NOW)], 'optedOut'],
		['stays after an opt-out of a topic since it was kept', [said('topic:news', 'optedOut', NOW)], 'optedOut'],
		['stays after any opt-out of everything, although the person has written since', [said('everything', 'optedOut')], 'optedOut'],
		['goes out where the opt-out was taken back', [said('everything', 'optedOut'), said('everything', 'optedIn', NOW)], 'go'],
	])('%s', (_, facts, expected) => {
		expect(reasonOf(kept(), facts, OPEN)).toBe(expected);
	});

	it('stays after a stop word of the second in which it was kept, for WhatsApp tells whole seconds', () => {
		const second = NOW.startOf('second');
		expect(reasonOf(kept(second.plus(999)), [said('marketing', 'optedOut', second)], OPEN)).toBe('optedOut');
		expect(reasonOf(kept(second.plus(999)), [said('marketing', 'optedOut', second.minus(1))], OPEN)).toBe('go');
	});

	it('that says what it is for is judged as a message that waited, and by its purpose', () => {
		const news: AskedMessage = { ...kept(), purpose: { category: 'marketing' } } as AskedMessage;
		expect(reasonOf(news, [], OPEN)).toBe('go');
		expect(reasonOf(news, [said('marketing', 'optedOut')], OPEN)).toBe('optedOut');
		expect(reasonOf(news, [said('utility', 'optedOut', NOW)], OPEN)).toBe('optedOut');
	});
});

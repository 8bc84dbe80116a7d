import { asksForPerson, TAKE_OVER_WORDS, toTakeOverWords } from '../../nodes/shared/domain/asksForPerson';

const words = toTakeOverWords([...TAKE_OVER_WORDS, 'Talk to somebody', ' ']);

describe('a message that asks for a person', () => {
	test.each(['agent', 'AGENT!', ' Mensch? ', 'talk  to somebody', '🙏 human 🙏', 'Atendente.'])('is %p', (text) => {
		expect(asksForPerson(words, text)).toBe(true);
	});

	test.each(['', 'agents', 'the agent of my insurance called', 'I am only human', 'personal', `agent${' '.repeat(200)}`])('is not %p', (text) => {
		expect(asksForPerson(words, text)).toBe(false);
	});

	it('is none where there are no words', () => {
		expect(asksForPerson(toTakeOverWords([]), 'agent')).toBe(false);
	});
});

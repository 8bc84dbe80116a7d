import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const folder = resolve(__dirname, '../../nodes');
const codexFiles = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.node.json'));
const codexes = codexFiles.map((path) => JSON.parse(readFileSync(join(folder, path), 'utf8')) as { node: string; alias: string[] });
const wordsOf = (name: string) => codexes.find(({ node }) => node === `n8n-nodes-whatsapp-session.${name}`)?.alias ?? [];

/** What people type in the node panel, and the nodes that answer to it. n8n looks for the letters in their order, a space among them. */
const TYPED: Array<[words: string, nodes: string[]]> = [
	['opt-in', ['whatsAppSession', 'whatsAppSessionTrigger']],
	['opt in', ['whatsAppSession', 'whatsAppSessionTrigger']],
	['opt-out', ['whatsAppSession', 'whatsAppSessionTrigger']],
	['opt out', ['whatsAppSession', 'whatsAppSessionTrigger']],
	['stop', ['whatsAppSession', 'whatsAppSessionTrigger']],
	['unsubscribe', ['whatsAppSession', 'whatsAppSessionTrigger']],
	['consent', ['whatsAppSession']],
	['gdpr', ['whatsAppSession']],
	['cost', ['whatsAppSession']],
	['broadcast', ['sendTemplate']],
	['bulk', ['sendTemplate']],
	['campaign', ['sendTemplate']],
	['newsletter', ['sendTemplate']],
	['otp', ['sendTemplate']],
	['reminder', ['sendTemplate', 'windowClosingTrigger', 'reachPerson']],
	['notification', ['sendTemplate']],
	['reply', ['sendFreeForm']],
	['buttons', ['sendFreeForm']],
	['send and wait', ['sendFreeForm']],
	['24 hour', ['sessionWindowCheck', 'windowClosingTrigger', 'whatsAppSession']],
	['handover', ['conversationCheck', 'whatsAppSession']],
	['hand over', ['conversationCheck']],
	['follow up', ['windowClosingTrigger']],
	['ai agent', ['reachPerson']],
];

describe('the search of the node panel', () => {
	it.each(TYPED)('for %j finds %j', (typed, nodes) => {
		for (const name of nodes) expect(wordsOf(name).map((words) => words.toLowerCase())).toContainEqual(expect.stringContaining(typed));
	});

	it('finds what the trigger is found by, for n8n lists it within WhatsApp Session and looks for the words of that one', () => {
		expect(wordsOf('whatsAppSession')).toEqual(expect.arrayContaining(wordsOf('whatsAppSessionTrigger')));
	});

	it.each(codexes)('knows $node by no word twice', ({ alias }) => {
		expect(new Set(alias.map((words) => words.toLowerCase())).size).toBe(alias.length);
	});
});

import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { InvalidInputError } from '../../domain/InvalidInputError';
import { isToolRun } from '../items/isToolRun';
import { CONSENT_VERSION } from './consentProperty';
import type { ParameterReader } from './createParameterReader';

const TITLE = 'Convert Markdown';

/** For the collection of options of a node that sends texts. */
export const convertMarkdownProperty: INodeProperties = {
	displayName: TITLE,
	name: 'convertMarkdown',
	type: 'options',
	options: [
		{ name: 'Off', value: 'off', description: 'The text goes out as it is' },
		{
			name: "To WhatsApp's Formatting",
			value: 'whatsApp',
			description: 'Bold, italics, code, lists and quotations as WhatsApp writes them; headings bold, tables as lists',
		},
	],
	default: 'whatsApp',
	description:
		"What to do with Markdown, as language models write it, in the text, the caption or the body. Where an AI agent calls the node as its tool it is converted unless you choose 'Off'.",
};

/**
 * Reads whether Markdown is converted. What is not chosen is off, but where an AI agent calls the node; nodes of the first version go
 * on as they did.
 *
 * @throws {InvalidInputError} when it is neither of the two
 */
export function readConvertsMarkdown(context: Pick<IExecuteFunctions, 'getNode'>, read: ParameterReader, itemIndex: number): boolean {
	const value = read('options.convertMarkdown', itemIndex, '');
	if (value === 'whatsApp') return true;
	if (value === 'off') return false;
	if (value === undefined || value === null || value === '') return isToolRun(context) && context.getNode().typeVersion >= CONSENT_VERSION;
	throw new InvalidInputError(
		TITLE,
		`'${TITLE}' is unknown: ${String(JSON.stringify(value)).slice(0, 40)}`,
		"Choose 'Off' (off) or 'To WhatsApp's Formatting' (whatsApp).",
	);
}

import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';

import { ConversationCheck } from '../../nodes/ConversationCheck/ConversationCheck.node';
import { ReachPerson } from '../../nodes/SendFreeForm/ReachPerson/ReachPerson.node';
import { SendFreeForm } from '../../nodes/SendFreeForm/SendFreeForm.node';
import { SendTemplate } from '../../nodes/SendTemplate/SendTemplate.node';
import { SessionWindowCheck } from '../../nodes/SessionWindowCheck/SessionWindowCheck.node';
import { WhatsAppSession } from '../../nodes/WhatsAppSession/WhatsAppSession.node';
import { WhatsAppSessionTrigger } from '../../nodes/WhatsAppSessionTrigger/WhatsAppSessionTrigger.node';
import { WindowClosingTrigger } from '../../nodes/WindowClosingTrigger/WindowClosingTrigger.node';

const NODES = [ConversationCheck, ReachPerson, SendFreeForm, SendTemplate, SessionWindowCheck, WhatsAppSession, WhatsAppSessionTrigger, WindowClosingTrigger];
/** Two lines of the list in a panel of its usual width; n8n shows no more of them. */
const SHOWN_CHARACTERS = 100;

type Entry = INodeProperties | INodePropertyCollection | INodePropertyOptions;

/** Every choice of every list below these properties, with the way to it. */
function choicesOf(properties: INodeProperties[], way = ''): Array<[string, string]> {
	return properties.flatMap(({ displayName, options = [] }) =>
		options.flatMap((entry: Entry) => {
			const here = `${way}${displayName} > `;
			if ('values' in entry) return choicesOf(entry.values, here);
			if ('type' in entry) return choicesOf([entry], here);
			return [[`${here}${entry.name}`, entry.description ?? ''] as [string, string]];
		}),
	);
}

test.each(NODES.map((Node) => [Node.name, new Node().description.properties] as const))('no choice of %s is cut in its list', (_name, properties) => {
	const choices = choicesOf(properties);
	expect(choices.length).toBeGreaterThan(0);
	expect(choices.filter(([, description]) => description.length > SHOWN_CHARACTERS)).toEqual([]);
});

import { randomUUID } from 'node:crypto';

import type { N8nNode, N8nWorkflow } from '../../scripts/n8n/N8nWorkflow';
import type { ScriptedModel } from './startScriptedModel';

/** Name of the agent in the workflows of {@link agentWorkflow}. */
export const AGENT = 'AI Agent';

const MODEL = 'OpenAI Chat Model';
const TOOL = 'Reach a Person on WhatsApp';

/** What an agent gets back of one call. */
export interface Told {
	isReached: boolean;
	by: string;
	words: string;
	tryAgain: string;
}

/** What an agent's workflow is made of. */
export interface AgentParts {
	/** The trigger before the agent. */
	start: Pick<N8nNode, 'name' | 'type' | 'parameters' | 'webhookId'> & { typeVersion: number };
	/** The credential of the model. */
	openAi: { id: string; name: string };
	/** Parameters of the tool beside recipient and text, which the model fills in. */
	tool: Record<string, unknown>;
}

const fromAI = (name: string, description: string) => `={{ $fromAI('${name}', \`${description}\`, 'string') }}`;

/** A workflow in which n8n's AI Agent has one tool: Reach a Person on WhatsApp. */
export function agentWorkflow({ start, openAi, tool }: AgentParts): N8nWorkflow {
	const node = (name: string, type: string, typeVersion: number, parameters: Record<string, unknown>, more: Partial<N8nNode> = {}) => ({
		id: randomUUID(), name, type, typeVersion, position: [0, 0], parameters, ...more,
	});
	const recipient = fromAI('recipient', 'Phone number with country code');
	const text = fromAI('text', 'What the person is to read');
	const model = { model: { __rl: true, mode: 'id', value: 'scripted' }, options: {} };
	return {
		name: 'An agent reaches people',
		nodes: [
			{ id: randomUUID(), position: [0, 0], ...start },
			node(AGENT, '@n8n/n8n-nodes-langchain.agent', 2.2, { promptType: 'define', text: 'Tell them that it is here.', options: {} }),
			node(MODEL, '@n8n/n8n-nodes-langchain.lmChatOpenAi', 1.2, model, { credentials: { openAiApi: openAi } }),
			node(TOOL, 'n8n-nodes-whatsapp-session.reachPersonTool', 2, { recipient, text, ...tool }),
		],
		connections: {
			[start.name]: { main: [[{ node: AGENT, type: 'main', index: 0 }]] },
			[MODEL]: { ai_languageModel: [[{ node: AGENT, type: 'ai_languageModel', index: 0 }]] },
			[TOOL]: { ai_tool: [[{ node: AGENT, type: 'ai_tool', index: 0 }]] },
		},
	};
}

/** What the tool has told a model, in the order of its calls. */
export function toldOf(model: ScriptedModel): Array<Told | undefined> {
	return model.answers.map((answer) => (JSON.parse(answer) as Array<{ reached: Told }>)[0]?.reached);
}

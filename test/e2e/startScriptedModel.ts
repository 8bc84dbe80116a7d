import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the model wants to have called, with what. */
export interface ScriptedCall {
	arguments: Record<string, unknown>;
}

/** A language model that says what its script says. */
export interface ScriptedModel {
	/** For the base URL of a credential of OpenAI. */
	url: string;
	/** What its tools have answered, over all requests, in the order of the calls. */
	answers: string[];
	/** The tools as the model was told of them. */
	tools: Array<{ name: string; description: string; parameters: { properties?: Record<string, unknown> } }>;
	close(): Promise<void>;
}

interface ChatRequest {
	messages: Array<{ role: string; content: unknown }>;
	tools?: Array<{ function: ScriptedModel['tools'][number] }>;
	stream?: boolean;
}

/**
 * Starts a language model with the chat completions of OpenAI that thinks nothing: it calls the first tool that it is given as
 * often as its script says, one call after the other, and then repeats what the tool has answered.
 */
export async function startScriptedModel(script: readonly ScriptedCall[]): Promise<ScriptedModel> {
	const model: ScriptedModel = { url: '', answers: [], tools: [], close: async () => undefined };
	const server = createServer((request, response) => {
		void readJson(request).then((chat) => {
			model.answers = chat.messages.filter(({ role }) => role === 'tool').map(({ content }) => (typeof content === 'string' ? content : JSON.stringify(content)));
			model.tools = chat.tools?.map((tool) => tool.function) ?? model.tools;
			const message = next(script, model);
			response.setHeader('content-type', 'application/json');
			response.end(JSON.stringify(toCompletion(message)));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	model.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
	model.close = async () => {
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	};
	return model;
}

async function readJson(request: IncomingMessage): Promise<ChatRequest> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	return JSON.parse(Buffer.concat(chunks).toString()) as ChatRequest;
}

function next(script: readonly ScriptedCall[], { answers, tools }: ScriptedModel): Record<string, unknown> {
	const call = script[answers.length];
	if (!call) return { role: 'assistant', content: answers.join('\n') };
	const named = { name: tools[0]?.name, arguments: JSON.stringify(call.arguments) };
	return { role: 'assistant', content: null, tool_calls: [{ id: `call_${answers.length + 1}`, type: 'function', function: named }] };
}

function toCompletion(message: Record<string, unknown>): Record<string, unknown> {
	return {
		id: 'chatcmpl-1',
		object: 'chat.completion',
		created: 1_795_000_000,
		model: 'scripted',
		choices: [{ index: 0, message, finish_reason: message.tool_calls ? 'tool_calls' : 'stop' }],
		usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
	};
}

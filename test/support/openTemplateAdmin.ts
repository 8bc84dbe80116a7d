import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { WhatsAppSession } from '../../nodes/WhatsAppSession/WhatsAppSession.node';
import type { TemplateDefinition } from '../../simulator/templates/TemplateDefinition';
import { BUSINESS_ACCOUNT_ID, openStage, type Stage } from './openStage';
import { runNode, type NodeRun, type NodeRunResult } from './runNode';
import { startGraphProxy, type GraphProxy } from './startGraphProxy';

/** What the operations of the resource Template need around them; every request goes through the proxy. */
export interface TemplateAdminStage extends Stage {
	proxy: GraphProxy;
	/** Runs an operation, over one empty item unless others are given. */
	run(operation: string, parameters?: object, items?: INodeExecutionData[], more?: Partial<NodeRun>): Promise<NodeRunResult>;
	/** Runs it, expects that nothing fails, and gives what comes out. */
	ask(operation: string, parameters?: object, items?: INodeExecutionData[]): Promise<IDataObject[]>;
	/** What Meta has under this name, in all languages. */
	templates(name: string): Promise<TemplateDefinition[]>;
}

const node = new WhatsAppSession();

/** Opens a stage; every test has its own. */
export async function openTemplateAdmin(options: Parameters<typeof openStage>[0] = {}): Promise<TemplateAdminStage> {
	const stage = await openStage(options);
	const proxy = await startGraphProxy(stage.simulator.url);
	const credential = { ...stage.credential, graphApiBaseUrl: proxy.url };
	const run: TemplateAdminStage['run'] = async (operation, parameters = {}, items = [{ json: {} }], more = {}) => {
		const all = { resource: 'template', operation, ...parameters } as INodeParameters;
		return await runNode({ node, credential, items, parameters: all, ...more });
	};
	return {
		...stage,
		credential,
		proxy,
		run,
		async ask(operation, parameters, items) {
			const { outputs, error } = await run(operation, parameters, items);
			expect(error && `${error.message} ${error.description}`).toBeUndefined();
			return (outputs[0] ?? []).map(({ json }) => json);
		},
		async templates(name) {
			const fields = 'id,name,language,status,category,parameter_format,components,message_send_ttl_seconds';
			const url = `${stage.simulator.url}/v25.0/${BUSINESS_ACCOUNT_ID}/message_templates?name=${name}&fields=${fields}`;
			const response = await fetch(url, { headers: { Authorization: 'Bearer simulator-access-token' } });
			const { data } = (await response.json()) as { data: TemplateDefinition[] };
			return data.filter((template) => template.name === name);
		},
		async close() {
			await proxy.close();
			await stage.close();
		},
	};
}

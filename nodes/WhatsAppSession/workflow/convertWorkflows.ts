import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { convertWorkflow } from '../../shared/conversion/convertWorkflow';
import { readWorkflow } from '../../shared/conversion/readWorkflow';
import { runItems } from '../runItems';

const HOW_TO_TAKE =
	'To take the new workflow: choose JSON, click on "workflow", then on Copy Selection of the copy button, and paste it (Ctrl+V) into an empty workflow. What is left to do stands in "notes".';

/**
 * Converts the workflow of each item. It asks neither WhatsApp nor the store, and changes no workflow of n8n.
 *
 * @throws {InvalidInputError} when what is given is no workflow
 */
export async function convertWorkflows(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const converted = await runItems(context, async () => context.getInputData(), async (items, itemIndex) => await Promise.resolve([convert(context, items, itemIndex)]));
	if (converted.length === 1 && converted[0]?.json.workflow !== undefined) context.addExecutionHints({ message: HOW_TO_TAKE, location: 'outputPane', type: 'info' });
	return converted;
}

function convert(context: IExecuteFunctions, items: INodeExecutionData[], itemIndex: number): IDataObject {
	const given = context.getNodeParameter('workflow', itemIndex, '');
	const isEmpty = given === null || given === undefined || (typeof given === 'string' && given.trim() === '');
	const item = items[itemIndex]?.json ?? {};
	const { workflow, converted, notes } = convertWorkflow(readWorkflow(isEmpty && item.nodes !== undefined ? item : given));
	const told = notes.map(({ node, parameter, text, isToDo }) => ({ node: node ?? null, parameter: parameter ?? null, isToDo, text }));
	return { converted: converted.length, toDo: told.filter(({ isToDo }) => isToDo).length, workflow: workflow as unknown as IDataObject, notes: told };
}

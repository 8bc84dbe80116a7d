import type { IDataObject } from 'n8n-workflow';

import type { TemplateRun } from './TemplateRun';
import { toTemplateJson } from './toTemplateJson';

/** Gives one template as it is now. */
export async function getTemplate(run: TemplateRun, itemIndex: number): Promise<IDataObject[]> {
	const isSimple = run.read('simplify', itemIndex, true) !== false;
	return [toTemplateJson(await run.find(itemIndex), isSimple)];
}

import type { INodePropertyOptions } from 'n8n-workflow';

/** Where an opt-in or opt-out may come from, besides what the trigger hears by itself. */
export const consentSources: INodePropertyOptions[] = [
	{ name: 'Form', value: 'form', description: 'The person filled in a form' },
	{ name: 'Import', value: 'import', description: 'From a list of another system' },
	{ name: 'Message', value: 'keyword', description: 'The person wrote it' },
	{ name: 'Operator', value: 'operator', description: 'Somebody of yours entered it, for example after a call' },
	{ name: 'Sign-Up', value: 'signup', description: 'The person agreed while opening an account or ordering' },
];

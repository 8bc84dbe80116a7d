import { CloudApiError } from './CloudApiError';

/** The message template, its state or the values given for it were refused. */
export class TemplateError extends CloudApiError {}

import { TemplateParameterError } from '../TemplateParameterError';

/**
 * Refuses a part of a template's definition.
 *
 * @param parameter - the field, as its label in the editor reads
 * @param words - what is the matter with it, to be read after its label
 * @param advice - what to do; a whole sentence
 * @throws {TemplateParameterError} always
 */
export function refuse(parameter: string, words: string, advice: string): never {
	throw new TemplateParameterError(parameter, `'${parameter}' ${words}`, advice);
}

import { GraphError } from '../../graph/GraphError.ts';
import { sentComponents } from '../sentComponents.ts';
import type { TemplateButton } from '../TemplateDefinition.ts';
import { parametersFor } from './parametersFor.ts';
import type { SentSection } from './SentTemplate.ts';

/**
 * Checks what a tap on the message shall open instead of its button.
 *
 * @throws {GraphError} 131009 when the template has no link, or the target no address and title
 */
export function checkTapTarget(buttons: readonly TemplateButton[], { components }: SentSection): void {
	const [parameter] = parametersFor(components, 'tap_target_configuration');
	if (parameter === undefined) return;
	const [target] = sentComponents(parameter.tap_target_configuration);
	const isWhole = /^https?:\/\/\S+$/.test(String(target?.url)) && typeof target?.title === 'string' && target.title !== '';
	if (isWhole && buttons.some(({ type }) => type === 'URL')) return;
	throw new GraphError(131009, { details: 'tap_target_configuration is not valid for this template' });
}

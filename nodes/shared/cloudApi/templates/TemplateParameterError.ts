import { InvalidInputError } from '../../domain/InvalidInputError';

/** A template cannot be sent as it is, or not with this value; `parameter` is the field as the form shows it. */
export class TemplateParameterError extends InvalidInputError {}

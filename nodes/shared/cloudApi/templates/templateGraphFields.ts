/** What is asked for when message templates are listed; `toMessageTemplate` reads all of it. */
export const TEMPLATE_GRAPH_FIELDS = [
	'id',
	'name',
	'language',
	'status',
	'category',
	'sub_category',
	'parameter_format',
	'components',
	'quality_score',
	'rejected_reason',
	'library_template_name',
];

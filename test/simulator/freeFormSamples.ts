/** Message bodies of free-form messages that Meta takes, without the address. */
type Body = Record<string, unknown>;

/** One card of a carousel with what differs from the usual one. */
export function card(index: number, parts: Body = {}): Body {
	return {
		card_index: index,
		type: 'cta_url',
		header: { type: 'image', image: { link: 'https://shop.example/plant.png' } },
		action: { name: 'cta_url', parameters: { display_text: 'Buy', url: 'https://shop.example/plant' } },
		...parts,
	};
}

/** A card with quick replies of these IDs and titles. */
export function replyCard(index: number, ...replies: Array<{ id: string; title: string }>): Body {
	return card(index, { action: { buttons: replies.map((reply) => ({ type: 'quick_reply', quick_reply: reply })) } });
}

/** A card with a product. */
export function productCard(index: number, catalogId = 'c'): Body {
	return { card_index: index, type: 'product', action: { catalog_id: catalogId, product_retailer_id: `p${index}` } };
}

/** An interactive message of a type, with a body. */
export function interactive(type: string, action: Body, parts: Body = {}): Body {
	return { type: 'interactive', interactive: { type, body: { text: 'Please choose' }, action, ...parts } };
}

/** Reply buttons. */
export function replyButtons(replies: Array<{ id: string; title: string }>, parts: Body = {}): Body {
	return interactive('button', { buttons: replies.map((reply) => ({ type: 'reply', reply })) }, parts);
}

/** A list with these sections. */
export function list(sections: Body[], parts: Body = {}, button = 'Times'): Body {
	return interactive('list', { button, sections }, parts);
}

/** Rows of a list, with IDs that begin with a prefix. */
export function rows(count: number, prefix = 'r'): Body[] {
	return Array.from({ length: count }, (_row, index) => ({ id: `${prefix}${index}`, title: `Row ${index}` }));
}

/** An interactive message whose action has a name and parameters. */
export function named(type: string, parameters?: Body, parts: Body = {}, name = type): Body {
	return interactive(type, { name, ...(parameters && { parameters }) }, parts);
}

/** The button of a Flow with what differs from the usual one. */
export function flow(parameters: Body = {}, parts: Body = {}): Body {
	const usual = { flow_message_version: '3', flow_id: '1', flow_cta: 'Book', flow_token: 'table-7' };
	return named('flow', { ...usual, ...parameters }, parts);
}

/** A list of products in sections of these sizes. */
export function productList(sizes: number[], parts: Body = {}): Body {
	const sections = sizes.map((size, section) => ({
		title: `Section ${section}`,
		product_items: Array.from({ length: size }, (_item, index) => ({ product_retailer_id: `${section}-${index}` })),
	}));
	const header = { type: 'text', text: 'Plants' };
	return interactive('product_list', { catalog_id: 'c', sections }, { header, ...parts });
}

/** A picture by link. */
export const image = { type: 'image', image: { link: 'https://shop.example/file' } };

/** A carousel of these cards. */
export const carousel = (...cards: Body[]): Body => interactive('carousel', { cards });

/** The card of one person. */
export const contact = (index: number): Body => ({ name: { formatted_name: `Person ${index}`, first_name: 'Person' } });

/** That many contacts. */
export const contacts = (count: number): Body => ({ type: 'contacts', contacts: Array.from({ length: count }, (_c, index) => contact(index)) });

/** That many buttons. */
export const buttons = (count: number): Array<{ id: string; title: string }> =>
	Array.from({ length: count }, (_button, index) => ({ id: `b${index}`, title: `Button ${index}` }));

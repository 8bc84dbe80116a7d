/** What an item was made by, as far as its fields change: the built-in trigger, a send, or a question. */
export type SourceKind = 'trigger' | 'send' | 'ask';

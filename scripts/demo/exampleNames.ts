/** The workflows in `examples/`, by file name without `.json`. */
export const exampleNames = ['support-auto-reply', 'appointment-reminder', 'order-update', 're-engagement-campaign'] as const;

/** One of the workflows in `examples/`. */
export type ExampleName = (typeof exampleNames)[number];

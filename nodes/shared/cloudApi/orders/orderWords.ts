/** What kinds of goods Meta takes in an order. */
export const GOODS = ['digital-goods', 'physical-goods'] as const;

/** What the key of a Pix account may be. */
export const PIX_KEY_TYPES = ['CNPJ', 'CPF', 'EMAIL', 'EVP', 'PHONE'] as const;

/**
 * How an order may go. Meta's pages write partially-shipped too; their sample requests, and the newest of the pages, have it like this.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/payments/payments-br/orders (dated 2026-03-25)
 */
export const ORDER_STATUSES = ['canceled', 'completed', 'partially_shipped', 'pending', 'processing', 'shipped'] as const;

/** How the payment of an order may go. */
export const PAYMENT_STATUSES = ['captured', 'failed', 'pending'] as const;

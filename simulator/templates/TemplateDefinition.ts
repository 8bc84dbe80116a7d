/** A button of a template, as the Graph API lists it. */
export interface TemplateButton {
	/** QUICK_REPLY, URL, PHONE_NUMBER, COPY_CODE, OTP, FLOW, CATALOG, MPM, SPM, VOICE_CALL, ORDER_DETAILS, PAYMENT_REQUEST, REQUEST_CONTACT_INFO. */
	type: string;
	/** The words on it. */
	text?: string;
	/** Address of a URL button; may end in one variable. */
	url?: string;
	/** Number of a PHONE_NUMBER button. */
	phone_number?: string;
	/** Sample values. */
	example?: string[];
	/** Of a FLOW button. */
	flow_id?: string;
	/** Of a URL button: a place in an Android app. */
	app_deep_link?: unknown;
	/** Of a PAYMENT_REQUEST button: the kind of payment, with a sample of its code. */
	payment_setting?: unknown;
	/** Of an OTP button: COPY_CODE, ONE_TAP or ZERO_TAP. */
	otp_type?: string;
	/** Of a ONE_TAP or ZERO_TAP button: the words on the button that fills the code in. */
	autofill_text?: string;
	/** Of a ONE_TAP or ZERO_TAP button: `package_name` and `signature_hash` of each app. */
	supported_apps?: unknown;
	/** Of a ZERO_TAP button. */
	zero_tap_terms_accepted?: boolean;
	/** Of a FLOW button, as `flow_id` is; only at creation. */
	flow_name?: string;
	/** Of a FLOW button, as `flow_id` is; only at creation. */
	flow_json?: string;
}

/** A component of a template, as the Graph API lists it. */
export interface TemplateComponent {
	/** HEADER, BODY, FOOTER, BUTTONS, LIMITED_TIME_OFFER, CAROUSEL or CALL_PERMISSION_REQUEST. */
	type: string;
	/** Headers only: TEXT, IMAGE, VIDEO, GIF, DOCUMENT, LOCATION or PRODUCT. */
	format?: string;
	/** Text with its placeholders. */
	text?: string;
	/** Only with BUTTONS. */
	buttons?: TemplateButton[];
	/** Only with LIMITED_TIME_OFFER. */
	limited_time_offer?: { text: string; has_expiration?: boolean };
	/** Only with BODY of an authentication template. */
	add_security_recommendation?: boolean;
	/** Only with FOOTER of an authentication template. */
	code_expiration_minutes?: number;
	/** Only with CAROUSEL. */
	cards?: Array<{ components: TemplateComponent[] }>;
	/** Sample values for the review. */
	example?: Record<string, unknown>;
}

/** A message template as the Graph API lists it. */
export interface TemplateDefinition {
	/** Graph ID; names one language of one template. */
	id: string;
	/** Shared by the languages of a template. */
	name: string;
	/** For example `en_US`. */
	language: string;
	/** Only APPROVED can be sent. */
	status: string;
	/** MARKETING, UTILITY or AUTHENTICATION. */
	category: string;
	/** Meta's finer word for the category; `CUSTOM` for what a business writes itself; listed only when asked for. */
	sub_category: string;
	/** Placeholders are numbers (POSITIONAL) or names (NAMED). */
	parameter_format: 'POSITIONAL' | 'NAMED';
	/** In Meta's order. */
	components: TemplateComponent[];
	/** Meta's rating; listed only when asked for. */
	quality_score: { score: string; date: number };
	/** Why the review refused it; `NONE` when it did not; listed only when asked for. */
	rejected_reason: string;
	/** How long Meta tries to deliver, in seconds; undefined is the category's default; listed only when asked for. */
	message_send_ttl_seconds?: number;
	/** Which template of the library it was made from; listed only when asked for. */
	library_template_name?: string;
	/** Whether taps on its links are not counted; listed only when asked for. */
	cta_url_link_tracking_opted_out?: boolean;
	/** Whether its messages go to the phone alone; listed only when asked for. */
	is_primary_device_delivery_only?: boolean;
	/** What Meta may change in its messages, as it is listed; only of marketing templates, and listed only when asked for. */
	degrees_of_freedom_spec?: { creative_features_spec: Array<{ key: string; value: { enroll_status: string } }> };
}

/**
 * What Meta may change in marketing messages so that more people tap them, by Meta's word, with the name in the form and what it does.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/marketing-messages/send-marketing-messages (dated 2026-02-19)
 */
export const CREATIVE_FEATURES: Readonly<Record<string, { name: string; description: string }>> = {
	auto_promotion_tag: { name: 'Auto Promotion Tag', description: 'Puts a tag such as "30% off" from the text onto the picture' },
	text_extraction_for_headline: { name: 'Headline Extraction', description: 'Makes a headline of words of the text' },
	image_animation: { name: 'Image Animation', description: 'Makes the picture move' },
	image_background_gen: { name: 'Image Background Generation', description: 'Gives the picture another background' },
	image_brightness_and_contrast: { name: 'Image Brightness and Contrast', description: 'Filters the picture' },
	image_touchups: { name: 'Image Touch-Ups', description: 'Crops the picture' },
	product_extensions: { name: 'Product Extensions', description: 'Adds products of your catalog' },
	text_extraction_for_tap_target: { name: 'Tap Target Title Extraction', description: 'Makes a title of words of the text for the place that is tapped' },
	text_formatting_optimization: { name: 'Text Formatting', description: 'Takes spaces out and makes words bold; the words stay' },
	add_text_overlay: { name: 'Text Overlay', description: 'Puts words of the text onto the picture' },
};

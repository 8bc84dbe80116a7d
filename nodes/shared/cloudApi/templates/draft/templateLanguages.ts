/** Written out with their names: those that Node knows take longer to load than all else that n8n reads of a node at its start. A test compares them. */
const NAMES = `
	af Afrikaans; sq Albanian; ar Arabic; ar_EG Arabic (Egypt); ar_LB Arabic (Lebanon); ar_MA Arabic (Morocco); ar_QA Arabic (Qatar);
	ar_AE Arabic (United Arab Emirates); az Azerbaijani; bn Bangla; bn_IN Bangla (India); be_BY Belarusian (Belarus); bg Bulgarian; ca Catalan;
	zh_CN Chinese (China); zh_HK Chinese (Hong Kong SAR China); zh_TW Chinese (Taiwan); hr Croatian; cs Czech; da Danish; nl Dutch;
	nl_BE Dutch (Belgium); en English; en_AU English (Australia); en_CA English (Canada); en_GH English (Ghana); en_IN English (India);
	en_IE English (Ireland); en_JM English (Jamaica); en_MY English (Malaysia); en_NZ English (New Zealand); en_QA English (Qatar);
	en_SG English (Singapore); en_ZA English (South Africa); en_UG English (Uganda); en_AE English (United Arab Emirates);
	en_GB English (United Kingdom); en_US English (United States); et Estonian; fil Filipino; fi Finnish; fr French; fr_BE French (Belgium);
	fr_CA French (Canada); fr_CI French (Côte d’Ivoire); fr_MA French (Morocco); fr_CH French (Switzerland); ka Georgian; de German;
	de_AT German (Austria); de_CH German (Switzerland); el Greek; gu Gujarati; ha Hausa; he Hebrew; hi Hindi; hu Hungarian; id Indonesian;
	ga Irish; it Italian; ja Japanese; kn Kannada; kk Kazakh; rw_RW Kinyarwanda (Rwanda); ko Korean; ky_KG Kyrgyz (Kyrgyzstan); lo Lao;
	lv Latvian; lt Lithuanian; mk Macedonian; ms Malay; ml Malayalam; mr Marathi; nb Norwegian Bokmål; ps_AF Pashto (Afghanistan); fa Persian;
	prs_AF Persian (Afghanistan); pl Polish; pt_BR Portuguese (Brazil); pt_PT Portuguese (Portugal); pa Punjabi; ro Romanian; ru Russian;
	sr Serbian; si_LK Sinhala (Sri Lanka); sk Slovak; sl Slovenian; es Spanish; es_AR Spanish (Argentina); es_CL Spanish (Chile);
	es_CO Spanish (Colombia); es_CR Spanish (Costa Rica); es_DO Spanish (Dominican Republic); es_EC Spanish (Ecuador); es_HN Spanish (Honduras);
	es_MX Spanish (Mexico); es_PA Spanish (Panama); es_PE Spanish (Peru); es_ES Spanish (Spain); es_UY Spanish (Uruguay); sw Swahili; sv Swedish;
	ta Tamil; te Telugu; th Thai; tr Turkish; uk Ukrainian; ur Urdu; uz Uzbek; vi Vietnamese; zu Zulu`;

/**
 * Languages that a template may be written in, as Meta writes their codes, with their English names, in the order of the names.
 *
 * @see https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/supported-languages (read 2025-11)
 */
export const TEMPLATE_LANGUAGES: ReadonlyMap<string, string> = new Map(
	NAMES.split(';').map((entry) => {
		const [, code, name] = /^\s*(\S+) (.*)$/.exec(entry) ?? [];
		return [code ?? '', name ?? ''];
	}),
);

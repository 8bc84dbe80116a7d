/** The words of one language. */
export interface ConsentWordList {
	/** What the language is called in the editor. */
	name: string;
	/** What people write to get no more messages. */
	stop: readonly string[];
	/** What they write to get them again. */
	start: readonly string[];
}

/**
 * What people write to stop messages and to get them again, by language. Each is a whole message; spelling, case, accents and punctuation
 * make no difference, see `readConsentWord`.
 *
 * Left out are words that answer other questions of a business: cancel, end, quit, no and yes, enough, wait, halt, exit, and what ends a
 * contract. They are no less frequent behind "Shall I keep your appointment?" than behind a newsletter. `STOP` is in every language.
 */
export const CONSENT_WORD_TABLE = {
	ar: {
		name: 'Arabic',
		stop: [
			'stop', 'ستوب', 'توقف', 'توقفوا', 'قف', 'إيقاف', 'أوقف', 'أوقفوا', 'إلغاء الاشتراك', 'الغي الاشتراك', 'ألغ الاشتراك', 'ألغوا اشتراكي',
			'إيقاف الرسائل', 'أوقفوا الرسائل', 'أوقف الرسائل', 'لا ترسل', 'لا ترسلوا', 'لا ترسلوا رسائل', 'لا أريد رسائل', 'لا اريد اعلانات',
		],
		start: ['start', 'ابدأ', 'اشتراك', 'اشترك', 'إعادة الاشتراك', 'أريد الاشتراك'],
	},
	de: {
		name: 'German',
		stop: [
			'stop', 'stopp', 'stoppen', 'bitte stoppen', 'bitte stop', 'stop bitte', 'abmelden', 'bitte abmelden', 'abmelden bitte', 'abmeldung', 'abbestellen',
			'newsletter abbestellen', 'austragen', 'bitte austragen', 'keine werbung', 'keine werbung mehr', 'keine nachrichten', 'keine nachrichten mehr',
			'bitte keine nachrichten mehr', 'bitte keine werbung mehr', 'stop werbung', 'nicht mehr schreiben', 'unsubscribe',
		],
		start: ['start', 'anmelden', 'wieder anmelden', 'abonnieren', 'newsletter abonnieren'],
	},
	en: {
		name: 'English',
		stop: [
			'stop', 'stop all', 'stopall', 'stop please', 'please stop', 'unsubscribe', 'unsubscribe me', 'please unsubscribe', 'please unsubscribe me',
			'unsub', 'opt out', 'optout', 'opt me out', 'stop messages', 'stop messaging', 'stop messaging me', 'stop texting me', 'stop promotions',
			'stop promotion', 'stop promo', 'stop marketing', 'stop ads', 'stop spam', 'no more messages', 'remove me', 'remove me from your list',
			'take me off your list',
		],
		start: ['start', 'unstop', 'subscribe', 'subscribe me', 'resubscribe', 'opt in', 'optin', 'start messages', 'start promotions'],
	},
	es: {
		name: 'Spanish',
		stop: [
			'stop', 'baja', 'dar de baja', 'darme de baja', 'darse de baja', 'dame de baja', 'denme de baja', 'quiero darme de baja', 'cancelar suscripción',
			'anular suscripción', 'desuscribir', 'desuscribirme', 'desuscribirse', 'no más mensajes', 'no más publicidad', 'no quiero más mensajes',
			'no quiero publicidad', 'no quiero recibir más mensajes', 'dejen de escribirme', 'dejen de enviarme mensajes', 'stop publicidad', 'unsubscribe',
		],
		start: ['start', 'alta', 'dar de alta', 'darme de alta', 'suscribir', 'suscribirme', 'quiero suscribirme', 'reactivar'],
	},
	fr: {
		name: 'French',
		stop: [
			'stop', 'stop svp', 'stop pub', 'stop publicité', 'stop promo', 'arrêt', 'arrêter', 'arrêtez', 'arrêtez les messages', 'désabonner', 'me désabonner',
			'se désabonner', 'je me désabonne', 'désabonnement', 'désabonnez moi', 'désinscription', 'désinscrire', 'me désinscrire', 'désinscrivez moi',
			'plus de messages', 'plus de pub', 'ne plus recevoir', 'ne plus recevoir de messages', 'unsubscribe',
		],
		start: ['start', 'abonner', "m'abonner", "je m'abonne", 'me réabonner', 'réabonner', 'réabonnement'],
	},
	hi: {
		name: 'Hindi',
		stop: [
			'stop', 'स्टॉप', 'रोकें', 'रोको', 'रोक दो', 'बंद करें', 'बंद करो', 'बंद कर दो', 'मैसेज बंद करें', 'मैसेज बंद करो', 'मैसेज मत भेजो', 'संदेश बंद करें', 'संदेश रोकें',
			'मत भेजो', 'मत भेजिए', 'सदस्यता समाप्त करें', 'सदस्यता रद्द करें', 'अनसब्सक्राइब', 'band karo', 'message band karo', 'msg band karo', 'mat bhejo',
			'message mat bhejo', 'unsubscribe',
		],
		start: ['start', 'स्टार्ट', 'शुरू करें', 'शुरू करो', 'सदस्यता लें', 'सब्सक्राइब', 'shuru karo', 'subscribe'],
	},
	id: {
		name: 'Indonesian',
		stop: [
			'stop', 'berhenti', 'berhenti berlangganan', 'stop berlangganan', 'stop promo', 'stop iklan', 'stop kirim pesan', 'jangan kirim lagi',
			'jangan kirim pesan lagi', 'jangan kirim promo lagi', 'jangan hubungi saya lagi', 'hapus nomor saya', 'keluar dari daftar', 'unsub', 'unsubscribe',
		],
		start: ['start', 'langganan', 'berlangganan', 'mulai lagi', 'daftar lagi', 'subscribe'],
	},
	it: {
		name: 'Italian',
		stop: [
			'stop', 'cancellami', 'cancellatemi', 'cancellami dalla lista', 'cancella iscrizione', 'annulla iscrizione', 'disiscrivi', 'disiscrivimi',
			'disiscrivermi', 'disiscrizione', 'rimuovimi', 'rimuovetemi', 'basta messaggi', 'basta pubblicità', 'stop pubblicità', 'stop messaggi',
			'non voglio più messaggi', 'non inviate più messaggi', 'non scrivetemi più', 'unsubscribe',
		],
		start: ['start', 'iscrivimi', 'iscrivetemi', 'iscrizione', 'riattiva', 'riattiva iscrizione'],
	},
	nl: {
		name: 'Dutch',
		stop: [
			'stop', 'stoppen', 'stop aub', 'graag stoppen', 'afmelden', 'graag afmelden', 'afmelding', 'meld me af', 'meld mij af', 'uitschrijven',
			'graag uitschrijven', 'schrijf me uit', 'schrijf mij uit', 'geen berichten', 'geen berichten meer', 'geen reclame', 'geen reclame meer',
			'stop reclame', 'unsubscribe',
		],
		start: ['start', 'aanmelden', 'meld me aan', 'inschrijven', 'schrijf me in', 'abonneren'],
	},
	pt: {
		name: 'Portuguese',
		stop: [
			'stop', 'sair', 'sair da lista', 'parar', 'pare', 'parem', 'parar mensagens', 'parar promoções', 'pare de enviar', 'parem de enviar', 'descadastrar',
			'me descadastrar', 'me descadastre', 'descadastre me', 'descadastro', 'cancelar inscrição', 'cancelar promoções', 'cancelar subscrição', 'remover da lista',
			'me remova da lista', 'não quero receber', 'não quero mais receber', 'não quero receber mensagens', 'não quero mais mensagens', 'unsubscribe',
		],
		start: ['start', 'inscrever', 'me inscrever', 'quero receber', 'quero voltar a receber', 'recadastrar', 'reativar', 'subscrever'],
	},
	ru: {
		name: 'Russian',
		stop: [
			'stop', 'стоп', 'отписаться', 'отписка', 'отпишите', 'отпишите меня', 'отписать', 'отписаться от рассылки', 'не пишите', 'не пишите мне',
			'больше не пишите', 'не присылайте', 'не присылайте больше', 'прекратите', 'прекратите рассылку', 'прекратить рассылку', 'остановить рассылку',
			'отключить рассылку', 'отключите рассылку', 'без рекламы', 'не надо рекламы', 'уберите из рассылки',
		],
		start: ['start', 'старт', 'подписаться', 'подписка', 'подпишите меня', 'возобновить', 'возобновить рассылку'],
	},
	tr: {
		name: 'Turkish',
		stop: [
			'stop', 'ret', 'durdur', 'durdurun', 'mesajları durdur', 'mesaj istemiyorum', 'reklam istemiyorum', 'mesaj atmayın', 'mesaj göndermeyin',
			'reklam göndermeyin', 'abonelikten çık', 'aboneliği iptal et', 'aboneliği sonlandır', 'üyelikten çık', 'listeden çık', 'listeden çıkar',
			'beni listeden çıkar', 'beni listeden çıkarın', 'unsubscribe',
		],
		start: ['start', 'başlat', 'abone ol', 'abone olmak istiyorum', 'mesaj istiyorum', 'yeniden abone ol'],
	},
} satisfies Record<string, ConsentWordList>;

/** A language that has a list of its own; ISO 639-1. */
export type ConsentLanguage = keyof typeof CONSENT_WORD_TABLE;

/** All of them. */
export const CONSENT_LANGUAGES = Object.keys(CONSENT_WORD_TABLE) as ConsentLanguage[];

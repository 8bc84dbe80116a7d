import type { ConsentLanguage } from '../../../nodes/shared/domain/consentWords/consentWordTable';

/** What people write to a business that holds or resembles a stop word, and is none. */
export const ORDINARY_SENTENCES: Record<ConsentLanguage, string[]> = {
	en: [
		'stopping by tomorrow', 'Which bus stop is next to your shop?', 'Stop the order please', 'Please stop the car at the gate', 'Cancel', 'Cancel my appointment', 'End', 'Quit',
		'No', 'Yes', 'I want to unsubscribe from the paid plan but keep the news', 'How do I opt out of the warranty?', "Don't stop sending these!", 'Non-stop flights only', 'Full stop.',
		'Can you start at 9?', 'When does the course start?', 'I would like to subscribe to two papers', 'remove me from the Monday list, keep Tuesday', 'The printer stopped working', 'stopwatch', 'Stop and go',
	],
	es: [
		'La baja del seguro', 'Estoy de baja médica', '¿Hay baja disponibilidad?', 'Para mañana', 'Alto', '¿Es alta la demanda?', 'Cancelar', 'Cancelar mi cita', 'No', 'Sí', 'Basta con uno', 'Talla baja',
		'Quiero dar de baja una línea y conservar otra', 'No más de dos', 'La planta baja', 'Parar en la esquina', '¿Cómo doy de alta a mi hija?', 'No quiero azúcar', 'El autobús hace stop en Sol', 'Bajaré mañana', 'Fin',
	],
	pt: [
		'Vou sair às 8', 'Posso sair mais cedo?', 'Quando vai sair o resultado?', 'Parar na esquina', 'Pare o pedido', 'Cancelar', 'Cancelar minha consulta', 'Não', 'Sim', 'Para amanhã', 'Fim', 'Remover a cebola',
		'Quero cancelar inscrição no curso de terça', 'Sair de casa', 'A saída fica onde?', 'Quero receber em casa amanhã', 'O ônibus vai parar aqui?', 'Não quero cebola', 'Não quero mais nada, obrigada', 'Chega amanhã?', 'Parei na recepção',
	],
	fr: [
		"L'arrêt de bus est loin ?", "Je suis en arrêt maladie", 'Arrêtez la commande', 'Stop à la gare', 'Annuler', 'Annuler mon rendez-vous', 'Non', 'Oui', 'Fin', 'Je veux arrêter le sport', 'Plus de pain, merci',
		'Comment désabonner mon fils du club ?', "L'abonnement coûte combien ?", 'Un stop sur la route', 'Ça suffit pour deux', 'Résilier', "Je m'abonne demain", 'Ne plus recevoir de factures papier', 'Arrêtons-nous là pour midi', 'Je passe demain', 'non-stop',
	],
	de: [
		'Halt an der Ecke', 'Halt', 'Stopp an der Ecke', 'Können wir kurz stoppen?', 'Abmelden beim Empfang?', 'Ich möchte mein Kind krank abmelden', 'Storno', 'Abbrechen', 'Termin absagen', 'Nein', 'Ja', 'Ende',
		'Wann ist Anmeldung?', 'Ich will mich zum Kurs anmelden', 'Keine Werbung in den Briefkasten bitte', 'Keine Nachrichten seit Montag', 'Das reicht', 'Kündigen', 'Nonstop nach Rom?', 'Ist die Abmeldung schon da?', 'Widerruf',
	],
	it: [
		'Basta', 'Basta così, grazie', 'Fermata', 'Mi fermo domani', 'Annulla', 'Annulla il mio appuntamento', 'No', 'Sì', 'Fine', 'Lo stop è dopo il ponte', "Cancella l'ordine", 'Cancellami la cipolla dal panino',
		'Rimuovi il pomodoro', "L'iscrizione scade quando?", 'Non voglio più zucchero', 'Disdire', 'Stop al semaforo', 'Non inviate la fattura', 'Iscrivimi al corso di martedì', 'Passo domani', 'Basta una firma?',
	],
	nl: [
		'De bushalte is dicht', 'Stop bij de poort', 'Kunnen jullie stoppen om 5 uur?', 'Annuleren', 'Afspraak annuleren', 'Nee', 'Ja', 'Einde', 'Ik wil mijn zoon afmelden voor zwemles', 'Halt', 'Genoeg',
		'Uitschrijven uit het register, hoe?', 'Geen ui graag', 'Geen berichten gezien', 'Stopcontact kapot', 'De stoppen zijn gesprongen', 'Aanmelden voor de cursus?', 'Ik start maandag', 'Opzeggen', 'Ik kom morgen langs', 'Nonstop open?',
	],
	id: [
		'Berhenti di depan gerbang', 'Bus berhenti di mana?', 'Stop di lampu merah', 'Batal', 'Batalkan pesanan', 'Tidak', 'Ya', 'Selesai', 'Cukup', 'Jangan kirim hari ini', 'Jangan pakai gula', 'Keluar jam berapa?',
		'Hapus pesanan saya', 'Mulai jam berapa?', 'Mulai', 'Daftar harga', 'Saya mau berhenti merokok', 'Langganan koran berapa?', 'Stopkontak rusak', 'Promo apa hari ini?', 'Besok saya mampir',
	],
	hi: [
		'रुको', 'गाड़ी गेट पर रोको', 'दुकान कब बंद होती है?', 'बंद है क्या?', 'रद्द करें', 'मेरा अपॉइंटमेंट रद्द करें', 'नहीं', 'हाँ', 'बस', 'बस स्टॉप कहाँ है?', 'प्याज मत भेजो साथ में', 'आज मत भेजिए कल भेजिए',
		'कब शुरू करें काम?', 'दरवाज़ा बंद करो', 'AC band karo', 'Dukaan band hai?', 'काम रोक दो कल तक', 'सदस्यता कितने की है?', 'मैसेज मिला', 'मैसेज बंद करें या चालू रखें?', 'कल आऊंगा',
	],
	ar: [
		'أين توقف الحافلة؟', 'السيارة توقف أمام الباب', 'توقف العمل غدا', 'إلغاء', 'إلغاء الموعد', 'لا', 'نعم', 'كفى', 'انتهى', 'لا ترسل اليوم', 'لا ترسلوا البصل', 'لا أريد سكر', 'متى ابدأ؟', 'ابدأ العمل غدا',
		'كم سعر الاشتراك؟', 'إيقاف السيارة هنا ممكن؟', 'سأمر غدا', 'قف عند الباب', 'رسائل جديدة؟', 'أريد إلغاء الاشتراك في النادي فقط', 'انتظر',
	],
	tr: [
		'Dur', 'Köşede dur', 'Durak nerede?', 'Otobüs burada durur mu?', 'İptal', 'Randevumu iptal et', 'Hayır', 'Evet', 'Son', 'Yeter', 'Bekle', 'Çıkış', 'Kapıda durdur lütfen', 'Ret mektubu geldi mi?',
		'Ne zaman başlar?', 'Kursu başlatalım mı?', 'Soğan istemiyorum', 'Üyelikten çıkmadan önce sormak istiyorum', 'Listeden bir ürün çıkar', 'Mesaj geldi', 'Yarın uğrarım', 'Stopaj ne kadar?',
	],
	ru: [
		'Автобус тут делает стоп?', 'Стоп-сигнал не горит', 'Остановка далеко?', 'Отмена', 'Отменить запись', 'Нет', 'Да', 'Хватит', 'Хватит двух', 'Конец', 'Подождите', 'Не пишите сегодня, напишите завтра', 'Не присылайте лук',
		'Прекратите шуметь', 'Без сахара', 'Сколько стоит подписка?', 'Когда старт продаж?', 'Зайду завтра', 'Отписаться от платного тарифа можно?', 'Не надо лука', 'Нон-стоп работаете?',
	],
};

import type { en } from "./en";
import type { Wording } from "./wording";

export const de: Wording<typeof en> = {
  language: { label: "Sprache", en: "English", de: "Deutsch" },
  theme: { label: "Darstellung", system: "Wie das System", light: "Hell", dark: "Dunkel" },
  actions: {
    cancel: "Abbrechen",
    close: "Schließen",
    retry: "Noch einmal versuchen",
    save: "Speichern",
    back: "Zurück",
    more: "Mehr anzeigen",
    skip: "Zum Inhalt springen",
    copy: "Kopieren",
    copied: "Kopiert",
  },
  state: {
    loading: "Wird geladen …",
    offline: "Sie sind offline. Was Sie sehen, kann veraltet sein.",
    live: "Live",
    polling: "Wird alle paar Sekunden neu gefragt",
    notFoundTitle: "Hier ist nichts",
    notFoundText: "Die Adresse ist falsch, oder was hier war, gibt es nicht mehr.",
    failedTitle: "Das hat nicht geklappt",
    trace: "Kennung für den Kundendienst: {{id}}",
  },
  status: {
    CREATED: "Aufgegeben",
    PLACED: "Aufgegeben",
    PAYMENT_PENDING: "Wartet auf Zahlung",
    PAID: "Bezahlt",
    DELIVERED: "Geliefert",
    CANCELLED: "Storniert",
    REFUND_PENDING: "Erstattung läuft",
    REFUND_FAILED: "Erstattung abgelehnt",
  },
  refundStatus: {
    REQUESTED: "Läuft",
    SUCCEEDED: "Erstattet",
    FAILED: "Abgelehnt",
  },
  problems: {
    UNREACHABLE:
      "Der Shop ist nicht erreichbar. Prüfen Sie die Verbindung und versuchen Sie es noch einmal.",
    UNEXPECTED: "Auf dieser Seite ist etwas Unerwartetes passiert.",
    HTTP_500: "Bei uns ist etwas schiefgegangen.",
    SERVICE_UNAVAILABLE:
      "Dieser Teil des Shops startet gerade neu. Versuchen Sie es gleich noch einmal.",
    TOO_MANY_REQUESTS: "Das war etwas schnell. Warten Sie kurz und versuchen Sie es noch einmal.",
    UNAUTHORIZED: "Melden Sie sich an, um fortzufahren.",
    FORBIDDEN: "Ihr Konto darf das nicht.",
    NOT_FOUND: "Das gibt es nicht.",
    BAD_CREDENTIALS: "E-Mail oder Passwort ist falsch.",
    EMAIL_IN_USE: "Zu dieser E-Mail gibt es schon ein Konto.",
    CATALOG_UNAVAILABLE:
      "Preise lassen sich gerade nicht nachschlagen. Nichts wurde bestellt; versuchen Sie es noch einmal.",
    VALIDATION_ERROR: "Etwas Eingegebenes lässt sich so nicht annehmen.",
    INTERNAL_SERVER_ERROR:
      "Bei uns ist etwas schiefgegangen. Nichts ist verloren; versuchen Sie es gleich noch einmal.",
    GATEWAY_TIMEOUT:
      "Es kam nicht rechtzeitig eine Antwort. Sehen Sie nach, ob es geschehen ist, bevor Sie es wiederholen.",
    CONTENT_TOO_LARGE: "Das ist zu groß, um es zu senden.",
    TOO_MANY_ATTEMPTS:
      "Das waren zu viele Versuche. Warten Sie eine Weile und versuchen Sie es dann noch einmal.",
    TOO_MANY_STREAMS: "Gerade sehen viele zu. Die Seite fragt von selbst nach, bis Platz ist.",
    CROSS_SITE: "Das geht nur auf den eigenen Seiten des Shops.",
    REFRESH_TOKEN_INVALID: "Ihre Sitzung ist zu Ende. Melden Sie sich wieder an.",
    REFRESH_TOKEN_EXPIRED: "Ihre Sitzung ist zu Ende. Melden Sie sich wieder an.",
    REFRESH_TOKEN_REUSED:
      "Zum Schutz Ihres Kontos wurde die Sitzung beendet. Melden Sie sich wieder an.",
    ORDER_NOT_FOUND: "Diese Bestellung gibt es nicht.",
    PRODUCT_NOT_FOUND: "Dieses Produkt gibt es nicht mehr.",
    PRODUCT_NOT_AVAILABLE: "Dieses Produkt wird zurzeit nicht verkauft.",
    CATALOG_REFUSED: "Ein Produkt darin steht nicht mehr zum Verkauf. Nichts wurde bestellt.",
    INSUFFICIENT_STOCK: "Davon ist nicht genug auf Lager.",
    TOTAL_TOO_LARGE: "Die Summe ist größer, als eine Bestellung sein kann.",
    IDEMPOTENCY_KEY_REUSED:
      "Von hier wurde schon etwas anderes gesendet. Laden Sie die Seite neu und wiederholen Sie es dann.",
    ORDER_ALREADY_CANCELLED: "Die Bestellung ist schon storniert.",
    ORDER_DELIVERED: "Die Bestellung ist geliefert und lässt sich nicht mehr stornieren.",
    REFUND_IN_PROGRESS: "Das Geld zu dieser Bestellung ist schon auf dem Rückweg.",
    REFUND_FAILED:
      "Die Erstattung zu dieser Bestellung wurde abgelehnt. Der Kundendienst kümmert sich darum.",
    PAYMENT_NOT_FOUND: "Zu dieser Bestellung wurde nichts abgebucht.",
    USER_NOT_FOUND: "Dieses Konto gibt es nicht.",
  },
  dialog: { close: "Das Fenster schließen" },
};

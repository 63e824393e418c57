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
    VALIDATION_ERROR: "Etwas Eingegebenes lässt sich so nicht annehmen.",
    INTERNAL_SERVER_ERROR:
      "Bei uns ist etwas schiefgegangen. Nichts ist verloren; versuchen Sie es gleich noch einmal.",
    GATEWAY_TIMEOUT:
      "Es kam nicht rechtzeitig eine Antwort. Sehen Sie nach, ob es geschehen ist, bevor Sie es wiederholen.",
  },
  dialog: { close: "Das Fenster schließen" },
};

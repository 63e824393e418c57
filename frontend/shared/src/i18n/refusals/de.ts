import type { Wording } from "../wording";
import type { refusals as en } from "./en";

export const refusals: Wording<typeof en> = {
  BAD_CREDENTIALS: "E-Mail oder Passwort ist falsch.",
  EMAIL_IN_USE: "Zu dieser E-Mail gibt es schon ein Konto.",
  CATALOG_UNAVAILABLE:
    "Preise lassen sich gerade nicht nachschlagen. Nichts wurde bestellt; versuchen Sie es noch einmal.",
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
};

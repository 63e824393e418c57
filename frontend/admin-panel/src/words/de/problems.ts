import type { Wording } from "@sagashop/shared/i18n";
import { refusals } from "@sagashop/shared/refusals/de";
import type { problems as en } from "../en/problems";

export const problems: Wording<typeof en> = {
  problems: {
    ...refusals,
    ORDER_NOT_DELIVERABLE: "Nur eine bezahlte Bestellung lässt sich ausliefern.",
    ORDER_NOT_REFUNDABLE:
      "Nur bei bezahlten oder gelieferten Bestellungen gibt es etwas zu erstatten.",
    REFUND_NOT_FOUND: "Diese Erstattung hat die Bestellung nicht.",
    REFUND_NOT_REFUSED:
      "Über diese Erstattung ist nichts mehr zu entscheiden. Sehen Sie noch einmal nach.",
    REFUND_ATTEMPT_DIFFERS:
      "Jemand hat diese Erstattung inzwischen wiederholt. Sehen Sie noch einmal nach.",
    REFUND_EXCEEDS_REFUNDABLE:
      "Das ist mehr, als jetzt erstattbar ist. Sehen Sie den Betrag noch einmal an.",
    REFUND_EXCEEDS_LINE: "Das sind mehr Stücke, als noch zu erstatten sind.",
    SAGA_NOT_FOUND: "Diese Saga gibt es nicht.",
    SAGA_RUNS: "Die Saga läuft. Neu gestartet wird nur eine, die nicht weiterkommt.",
    SAGA_FINISHED: "Die Saga ist am Ziel. Es ist nichts mehr zu tun.",
    SAGA_NOT_RUNNING: "Die Saga läuft nicht und hört nichts. Starten Sie sie neu.",
    SAGA_NOT_IN_TROUBLE: "Kein Schritt wartet mehr: Die Saga geht von selbst weiter.",
    SAGA_NOT_RESOLVABLE: "Nur eine abgelehnte Erstattung lässt sich mit Beleg erledigen.",
    SAGA_ENGINE_UNAVAILABLE:
      "Die Saga-Maschine antwortet nicht. Sehen Sie nach, ob es geschehen ist, bevor Sie es wiederholen.",
    PRODUCT_CHANGED: "Jemand anderes hat dieses Produkt inzwischen geändert. Laden Sie es neu.",
    SKU_FIXED: "Die SKU eines Produkts ist nicht wählbar.",
    CATEGORY_EXISTS: "Eine Kategorie dieses Namens gibt es hier schon.",
    CATEGORY_NOT_FOUND: "Diese Kategorie gibt es nicht mehr.",
    CATEGORY_IN_USE: "In der Kategorie sind noch Produkte oder Kategorien.",
    CATEGORY_CYCLE: "Eine Kategorie kann nicht in sich selbst stehen.",
    CATEGORY_TOO_DEEP: "Der Baum der Kategorien würde zu tief.",
    TOO_MANY_IMAGES:
      "Das Produkt hat schon so viele Bilder, wie es kann. Entfernen Sie erst eines.",
    IMAGES_CHANGED: "Jemand anderes hat die Bilder inzwischen geändert. Laden Sie die Seite neu.",
    IMAGE_NOT_FOUND: "Dieses Bild gibt es nicht mehr.",
    IMAGE_TOO_LARGE: "Das Bild hat zu viele Bildpunkte. Verkleinern Sie es.",
    INVALID_IMAGE: "Eines der Bilder lässt sich nicht annehmen.",
    UNSUPPORTED_IMAGE: "Das ist kein Bild in JPEG, PNG, GIF oder WebP.",
    UNREADABLE_IMAGE:
      "Das Bild ist beschädigt. Speichern Sie es neu und versuchen Sie es noch einmal.",
    INVENTORY_NOT_FOUND: "Der Bestand dieses Produkts wurde nie gezählt.",
    STOCK_RESERVED: "Bestellungen halten mehr Stücke, als übrig blieben.",
    QUANTITY_TOO_LARGE: "Das ist mehr, als der Bestand fassen kann.",
    OWN_ROLE: "Ihre eigene Rolle ändert jemand anderes aus der Verwaltung.",
    LAST_ADMIN: "Das ist das letzte Konto der Verwaltung. Nehmen Sie erst jemand anderes auf.",
    OUTBOX_ROW_NOT_FOUND:
      "Dieses Ereignis gibt es nicht mehr. Gesendete werden nach einigen Tagen gelöscht.",
    OUTBOX_ROW_NOT_FAILED:
      "Von Hand entschieden wird nur über gescheiterte Ereignisse. Sehen Sie noch einmal nach.",
    DEAD_LETTER_NOT_FOUND: "Diese Nachricht gibt es nicht mehr.",
    DEAD_LETTER_TOPIC_NOT_FOUND: "Dieses Topic gibt es nicht.",
    DEAD_LETTER_REPLAY_RUNNING: "Jemand wiederholt diese Nachricht gerade.",
    DEAD_LETTER_ALREADY_REPLAYED:
      "Die Nachricht wurde schon wiederholt. Setzen Sie das Häkchen, um sie trotzdem zu senden.",
    DEAD_LETTER_ALREADY_DISCARDED:
      "Die Nachricht wurde schon aufgegeben. Setzen Sie das Häkchen, um sie trotzdem zu senden.",
    DEAD_LETTER_ORIGINAL_TOPIC_MISSING: "Das Topic, aus dem die Nachricht kam, gibt es nicht mehr.",
    REPLAY_NOT_SENT:
      "Die Nachricht ließ sich nicht senden und ist wieder offen. Versuchen Sie es gleich noch einmal.",
    KAFKA_UNAVAILABLE: "Kafka antwortet gerade nicht. Versuchen Sie es gleich noch einmal.",
    INVALID_CURSOR: "Diese Liste hat sich geändert. Laden Sie die Seite neu.",
    INVALID_RANGE: "Der Anfang muss vor dem Ende liegen.",
  },
};

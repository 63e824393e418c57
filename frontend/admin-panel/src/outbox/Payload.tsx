import { useTranslation } from "react-i18next";

/** What an event says, laid out if it is JSON. */
export function Payload({ text }: { text: string }) {
  const { t } = useTranslation();
  return (
    <section className="mt-5">
      <h3 className="mb-2 font-semibold">{t("outbox.payload")}</h3>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        tabIndex={0}
        className="max-h-72 overflow-auto rounded-xl bg-sunken p-3 font-mono text-xs break-all whitespace-pre-wrap"
      >
        {laidOut(text)}
      </pre>
    </section>
  );
}

export function laidOut(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
